<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>ActionPalette</name>
    <message>
        <source>Name of an action</source>
        <translation>操作の名前</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Find action</source>
        <translation>操作を検索</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>何をしますか？</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New film…</source>
        <translation>新しい映画(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>開く(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Import story…</source>
        <translation>物語を読み込む(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>名前を付けて保存(&amp;A)…</translation>
    </message>
    <message>
        <source>Other &amp;versions…</source>
        <translation>ほかの版(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Export film…</source>
        <translation>映画を書き出す(&amp;E)…</translation>
    </message>
    <message>
        <source>Export &amp;frame…</source>
        <translation>フレームを書き出す(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>環境設定(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>Cu&amp;t shots</source>
        <translation>ショットを切り取り(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy shots</source>
        <translation>ショットをコピー(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste shots</source>
        <translation>ショットを貼り付け(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Delete shots</source>
        <translation>ショットを削除(&amp;D)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>すべて選択(&amp;A)</translation>
    </message>
    <message>
        <source>D&amp;eselect</source>
        <translation>選択を解除(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Find action…</source>
        <translation>操作を検索(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;New shot</source>
        <translation>新しいショット(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Append shot</source>
        <translation>末尾にショットを追加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Write prompt</source>
        <translation>文章を書く(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>複製(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Split at playhead</source>
        <translation>再生ヘッドで分割(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Merge selected</source>
        <translation>選択をまとめる(&amp;M)</translation>
    </message>
    <message>
        <source>Trim &amp;head to playhead</source>
        <translation>先頭を再生ヘッドまで切る(&amp;H)</translation>
    </message>
    <message>
        <source>Trim &amp;tail to playhead</source>
        <translation>末尾を再生ヘッドまで切る(&amp;T)</translation>
    </message>
    <message>
        <source>Sho&amp;rter</source>
        <translation>短く(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Longer</source>
        <translation>長く(&amp;L)</translation>
    </message>
    <message>
        <source>Move &amp;earlier</source>
        <translation>前へ移動(&amp;E)</translation>
    </message>
    <message>
        <source>Move &amp;later</source>
        <translation>後ろへ移動(&amp;L)</translation>
    </message>
    <message>
        <source>Seam: &amp;continue</source>
        <translation>つなぎ：継続(&amp;C)</translation>
    </message>
    <message>
        <source>Seam: c&amp;ut</source>
        <translation>つなぎ：カット(&amp;U)</translation>
    </message>
    <message>
        <source>Seam: dissol&amp;ve</source>
        <translation>つなぎ：ディゾルブ(&amp;V)</translation>
    </message>
    <message>
        <source>New scene from &amp;selection</source>
        <translation>選択から新しいシーン(&amp;S)</translation>
    </message>
    <message>
        <source>Take out of scene</source>
        <translation>シーンから外す</translation>
    </message>
    <message>
        <source>&amp;Pin take (keep although stale)</source>
        <translation>テイクを固定（古くても残す）(&amp;P)</translation>
    </message>
    <message>
        <source>End meets &amp;beginning</source>
        <translation>終わりを始まりにつなぐ(&amp;B)</translation>
    </message>
    <message>
        <source>Use frame as &amp;keyframe of next shot</source>
        <translation>フレームを次のショットのキーフレームにする(&amp;K)</translation>
    </message>
    <message>
        <source>Render &amp;this shot</source>
        <translation>このショットをレンダリング(&amp;T)</translation>
    </message>
    <message>
        <source>Render this shot &amp;first</source>
        <translation>このショットを先にレンダリング(&amp;F)</translation>
    </message>
    <message>
        <source>Render &amp;stale</source>
        <translation>古いショットをレンダリング(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;New take with new seed</source>
        <translation>新しいシードで新テイク(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Pause queue</source>
        <translation>キューを一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>Stop &amp;after this shot</source>
        <translation>このショットの後で停止(&amp;A)</translation>
    </message>
    <message>
        <source>A&amp;bort</source>
        <translation>中止(&amp;B)</translation>
    </message>
    <message>
        <source>Abort and &amp;reseed</source>
        <translation>中止してシードを変える(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>再生／一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>Play &amp;In to Out</source>
        <translation>イン〜アウトを再生(&amp;I)</translation>
    </message>
    <message>
        <source>Shuttle &amp;back</source>
        <translation>逆方向(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Shuttle stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Shuttle &amp;forward</source>
        <translation>順方向(&amp;F)</translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation>前のフレーム</translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation>次のフレーム</translation>
    </message>
    <message>
        <source>One second back</source>
        <translation>1 秒戻る</translation>
    </message>
    <message>
        <source>One second on</source>
        <translation>1 秒進む</translation>
    </message>
    <message>
        <source>Previous seam</source>
        <translation>前のつなぎ</translation>
    </message>
    <message>
        <source>Next seam</source>
        <translation>次のつなぎ</translation>
    </message>
    <message>
        <source>Start of film</source>
        <translation>映画の先頭</translation>
    </message>
    <message>
        <source>End of film</source>
        <translation>映画の末尾</translation>
    </message>
    <message>
        <source>Mark In</source>
        <translation>イン点を設定</translation>
    </message>
    <message>
        <source>Mark Out</source>
        <translation>アウト点を設定</translation>
    </message>
    <message>
        <source>Go to In</source>
        <translation>イン点へ</translation>
    </message>
    <message>
        <source>Go to Out</source>
        <translation>アウト点へ</translation>
    </message>
    <message>
        <source>Clear marks</source>
        <translation>マークを消去</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>ループ(&amp;L)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>拡大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>縮小(&amp;O)</translation>
    </message>
    <message>
        <source>Show whole &amp;film</source>
        <translation>映画全体を表示(&amp;F)</translation>
    </message>
    <message>
        <source>S&amp;nap</source>
        <translation>スナップ(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Full screen player</source>
        <translation>プレーヤーを全画面(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Safe areas</source>
        <translation>セーフエリア(&amp;S)</translation>
    </message>
    <message>
        <source>Compare takes: &amp;wipe</source>
        <translation>テイク比較：ワイプ(&amp;W)</translation>
    </message>
    <message>
        <source>Compare takes: side &amp;by side</source>
        <translation>テイク比較：並べる(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Continuity at this seam</source>
        <translation>このつなぎの連続性(&amp;C)</translation>
    </message>
    <message>
        <source>Layout: &amp;Editing</source>
        <translation>レイアウト：編集(&amp;E)</translation>
    </message>
    <message>
        <source>Layout: F&amp;ocus</source>
        <translation>レイアウト：集中(&amp;O)</translation>
    </message>
    <message>
        <source>Layout: &amp;Writing</source>
        <translation>レイアウト：執筆(&amp;W)</translation>
    </message>
    <message>
        <source>Layout: &amp;Review</source>
        <translation>レイアウト：確認(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>キー(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Longtake</source>
        <translation>Longtake について(&amp;A)</translation>
    </message>
    <message>
        <source>Longtake</source>
        <translation>Longtake</translation>
    </message>
    <message>
        <source>As in Premiere</source>
        <translation>Premiere 風</translation>
    </message>
    <message>
        <source>As in Resolve</source>
        <translation>Resolve 風</translation>
    </message>
    <message>
        <source>As in Shotcut</source>
        <translation>Shotcut 風</translation>
    </message>
</context>
<context>
    <name>CharactersPanel</name>
    <message>
        <source>Characters</source>
        <translation>登場者</translation>
    </message>
    <message>
        <source>Add character</source>
        <translation>登場者を追加</translation>
    </message>
    <message>
        <source>Remove character</source>
        <translation>登場者を削除</translation>
    </message>
    <message>
        <source>Name of the character</source>
        <translation>登場者の名前</translation>
    </message>
    <message>
        <source>Description of the character</source>
        <translation>登場者の説明</translation>
    </message>
    <message>
        <source>Write @name in a shot; the description takes its place.</source>
        <translation>ショットに @名前 と書くと、説明に置き換わります。</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名前(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>説明(&amp;D)</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>No characters yet. Add one to use it in several shots.</source>
        <translation>登場者はまだいません。追加すると複数のショットで使えます。</translation>
    </message>
    <message>
        <source>Used in no shot yet.</source>
        <translation>まだどのショットにも使われていません。</translation>
    </message>
    <message>
        <source>Used in shots: %1</source>
        <translation>使用ショット：%1</translation>
    </message>
</context>
<context>
    <name>ContentQuestion</name>
    <message>
        <source>sexual content with minors</source>
        <translation>未成年者の性的な内容</translation>
    </message>
    <message>
        <source>sexual content</source>
        <translation>性的な内容</translation>
    </message>
    <message>
        <source>cruelty</source>
        <translation>残虐な内容</translation>
    </message>
    <message>
        <source>self-harm</source>
        <translation>自傷</translation>
    </message>
    <message>
        <source>symbols of hate</source>
        <translation>憎悪の象徴</translation>
    </message>
    <message>
        <source>Shot %1: %2 (%3)</source>
        <translation>ショット %1：%2（%3）</translation>
    </message>
    <message>
        <source>Render this?</source>
        <translation>これをレンダリングしますか？</translation>
    </message>
    <message>
        <source>You are asked because of the safety level in Preferences → Rendering.</source>
        <translation>環境設定 → レンダリングの安全レベルに従って確認しています。</translation>
    </message>
    <message>
        <source>&amp;Render</source>
        <translation>レンダリング(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Leave out</source>
        <translation>除外する(&amp;L)</translation>
    </message>
</context>
<context>
    <name>ContinuityPanel</name>
    <message>
        <source>Seams, the worst first</source>
        <translation>つなぎ（悪い順）</translation>
    </message>
    <message>
        <source>Measure the film to see where its colours drift and which seams can be seen.</source>
        <translation>映画を測ると、色がどこでずれ、どのつなぎが見えるか分かります。</translation>
    </message>
    <message>
        <source>&amp;Measure film</source>
        <translation>映画を測る(&amp;M)</translation>
    </message>
    <message>
        <source>Measure film</source>
        <translation>映画を測る</translation>
    </message>
    <message>
        <source>Measuring: %1 %</source>
        <translation>測定中：%1 %</translation>
    </message>
    <message>
        <source>Every shot needs a picture first: render the missing ones.</source>
        <translation>先にすべてのショットに映像が必要です。ないものをレンダリングしてください。</translation>
    </message>
    <message>
        <source>No continuing seams.</source>
        <translation>継続のつなぎはありません。</translation>
    </message>
    <message>
        <source>Continuing seams: ratio %1 in the middle.</source>
        <translation>継続のつなぎ：比の中央値 %1。</translation>
    </message>
    <message>
        <source>%1 Colour drift %2, sharpness ×%3, flicker %4.</source>
        <translation>%1 色ドリフト %2、鮮鋭度 ×%3、ちらつき %4。</translation>
    </message>
</context>
<context>
    <name>DriftCurves</name>
    <message>
        <source>Drift along the film</source>
        <translation>映画に沿ったドリフト</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>明るさ</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>彩度</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>鮮鋭度</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Master</source>
        <translation>マスター</translation>
    </message>
    <message>
        <source>as rendered, unchanged shots are copied</source>
        <translation>レンダリングのまま。変更のないショットはコピー</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>ウェブ</translation>
    </message>
    <message>
        <source>plays everywhere, good quality</source>
        <translation>どこでも再生でき、画質良好</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>小サイズ</translation>
    </message>
    <message>
        <source>for messages and drafts</source>
        <translation>メッセージや下書き用</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>What to export</source>
        <translation>書き出す範囲</translation>
    </message>
    <message>
        <source>Size of the picture</source>
        <translation>画面サイズ</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>画質</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Export film</source>
        <translation>映画を書き出す</translation>
    </message>
    <message>
        <source>Whole film</source>
        <translation>映画全体</translation>
    </message>
    <message>
        <source>From In to Out</source>
        <translation>インからアウトまで</translation>
    </message>
    <message>
        <source>Each shot as a file</source>
        <translation>ショットごとにファイル</translation>
    </message>
    <message>
        <source>As the film (%1)</source>
        <translation>映画と同じ (%1)</translation>
    </message>
    <message>
        <source>Constant rate factor: lower is better and larger; 18 looks like the original</source>
        <translation>固定レート係数：小さいほど高画質で大きい。18 で元とほぼ同じ</translation>
    </message>
    <message>
        <source>as rendered</source>
        <translation>レンダリングのまま</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>参照(&amp;B)…</translation>
    </message>
    <message>
        <source>Choose file</source>
        <translation>ファイルを選択</translation>
    </message>
    <message>
        <source>&amp;Render first, then export</source>
        <translation>レンダリングしてから書き出す(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>書き出す(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>範囲(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>サイズ(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>画質(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>Films (*.mp4)</source>
        <translation>映画 (*.mp4)</translation>
    </message>
    <message>
        <source>Shots without a picture: %1</source>
        <translation>映像のないショット：%1</translation>
    </message>
    <message>
        <source>Shots out of date: %1</source>
        <translation>古いショット：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n shot(s) can be rendered first</source>
        <translation>
            <numerusform>先に%n個のショットをレンダリングできます</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, in about %2</source>
        <translation>%1（約%2）</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>約 %1</translation>
    </message>
    <message>
        <source>%1 · %2 frames</source>
        <translation>%1 · %2 フレーム</translation>
    </message>
    <message>
        <source>The file exists and will be replaced when the new one is whole.</source>
        <translation>ファイルが既にあります。新しいものが完成したら置き換えます。</translation>
    </message>
</context>
<context>
    <name>FilmEditor</name>
    <message numerus="yes">
        <source>%n shot(s)</source>
        <translation>
            <numerusform>ショット %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>shot %1</source>
        <translation>ショット %1</translation>
    </message>
    <message>
        <source>add shot %1</source>
        <translation>ショット %1 を追加</translation>
    </message>
    <message>
        <source>delete %1</source>
        <translation>%1を削除</translation>
    </message>
    <message numerus="yes">
        <source>insert %n shot(s)</source>
        <translation>
            <numerusform>ショット %n 個を挿入</numerusform>
        </translation>
    </message>
    <message>
        <source>move %1</source>
        <translation>%1を移動</translation>
    </message>
    <message>
        <source>split shot %1</source>
        <translation>ショット %1 を分割</translation>
    </message>
    <message>
        <source>merge %1</source>
        <translation>%1をまとめる</translation>
    </message>
    <message>
        <source>change length of %1</source>
        <translation>%1の長さを変更</translation>
    </message>
    <message>
        <source>new scene</source>
        <translation>新しいシーン</translation>
    </message>
    <message>
        <source>rename scene</source>
        <translation>シーン名を変更</translation>
    </message>
    <message>
        <source>describe scene</source>
        <translation>シーンを説明</translation>
    </message>
    <message>
        <source>change character %1</source>
        <translation>登場者 %1 を変更</translation>
    </message>
    <message>
        <source>remove character %1</source>
        <translation>登場者 %1 を削除</translation>
    </message>
    <message>
        <source>choose take of %1</source>
        <translation>%1のテイクを選ぶ</translation>
    </message>
    <message>
        <source>rate take</source>
        <translation>テイクを評価</translation>
    </message>
    <message>
        <source>delete take</source>
        <translation>テイクを削除</translation>
    </message>
</context>
<context>
    <name>FilmPanel</name>
    <message>
        <source>Title of the film</source>
        <translation>映画の題名</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>幅（ピクセル）</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>高さ（ピクセル）</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>フレームレート</translation>
    </message>
    <message>
        <source>Seed of the film</source>
        <translation>映画のシード</translation>
    </message>
    <message>
        <source>Added to the text of every shot: light, lens, materials, mood</source>
        <translation>全ショットの文章に加わります：光、レンズ、質感、雰囲気</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>ルック</translation>
    </message>
    <message>
        <source>What should not be seen in any shot</source>
        <translation>どのショットにも出したくないもの</translation>
    </message>
    <message>
        <source>Negative text of the film</source>
        <translation>映画のネガティブ文</translation>
    </message>
    <message>
        <source>Sampling steps of the film</source>
        <translation>映画のステップ数</translation>
    </message>
    <message>
        <source>as the model</source>
        <translation>モデルに従う</translation>
    </message>
    <message>
        <source>Guidance of the film</source>
        <translation>映画のガイダンス</translation>
    </message>
    <message>
        <source>Drift help</source>
        <translation>ドリフト補正</translation>
    </message>
    <message>
        <source>off</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Pulls colours of a long chain back towards its beginning</source>
        <translation>長い連続の色を始まりに引き戻します</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>題名(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Look of the film</source>
        <translation>映画のルック(&amp;L)</translation>
    </message>
    <message>
        <source>Ne&amp;gative text</source>
        <translation>ネガティブ文(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>モデル(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>幅(&amp;W)</translation>
    </message>
    <message>
        <source>He&amp;ight</source>
        <translation>高さ(&amp;I)</translation>
    </message>
    <message>
        <source>Fr&amp;ames per second</source>
        <translation>フレームレート(&amp;A)</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>シード(&amp;D)</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>G&amp;uidance</source>
        <translation>ガイダンス(&amp;U)</translation>
    </message>
    <message>
        <source>change title</source>
        <translation>題名を変更</translation>
    </message>
    <message>
        <source>change look</source>
        <translation>ルックを変更</translation>
    </message>
    <message>
        <source>edit negative text</source>
        <translation>ネガティブ文を編集</translation>
    </message>
    <message>
        <source>change model</source>
        <translation>モデルを変更</translation>
    </message>
    <message>
        <source>change size</source>
        <translation>サイズを変更</translation>
    </message>
    <message>
        <source>change frame rate</source>
        <translation>フレームレートを変更</translation>
    </message>
    <message>
        <source>change seed of the film</source>
        <translation>映画のシードを変更</translation>
    </message>
    <message>
        <source>change steps</source>
        <translation>ステップ数を変更</translation>
    </message>
    <message>
        <source>change guidance</source>
        <translation>ガイダンスを変更</translation>
    </message>
    <message>
        <source>change drift help</source>
        <translation>ドリフト補正を変更</translation>
    </message>
</context>
<context>
    <name>FilmSession</name>
    <message>
        <source>A take was damaged and set aside: %1</source>
        <translation>テイクが壊れていたため別に移しました：%1</translation>
    </message>
</context>
<context>
    <name>HintBar</name>
    <message>
        <source>Hint</source>
        <translation>ヒント</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>次へ(&amp;N)</translation>
    </message>
    <message>
        <source>Next hint</source>
        <translation>次のヒント</translation>
    </message>
    <message>
        <source>No more hints</source>
        <translation>ヒントを表示しない</translation>
    </message>
    <message>
        <source>This film is an example. It is being made right now: %1 plays what is there.</source>
        <translation>これは見本の映画です。いま作られています。%1 でできたところまで再生します。</translation>
    </message>
    <message>
        <source>Click a shot below and change its text. %1 renders what has changed, and only that.</source>
        <translation>下のショットをクリックして文を変えてください。%1 で、変わったところだけを生成します。</translation>
    </message>
    <message>
        <source>The sign between two shots says how they join: click it. %1 makes an MP4 of the film.</source>
        <translation>ショットの間の印はつながり方を示します。クリックで変更できます。%1 で MP4 に書き出します。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>完了(&amp;D)</translation>
    </message>
</context>
<context>
    <name>Lock</name>
    <message>
        <source>Film is open already</source>
        <translation>映画はすでに開かれています</translation>
    </message>
    <message>
        <source>“%1” is open in another window or on another machine.</source>
        <translation>「%1」は別のウィンドウまたは別のコンピューターで開かれています。</translation>
    </message>
    <message>
        <source>Opened by %1 on %2, %3</source>
        <translation>%1 さんが %2 で開いています（%3）</translation>
    </message>
    <message>
        <source>Take it over only when nobody works there: two sessions would overwrite each other.</source>
        <translation>そこで誰も作業していないときだけ引き継いでください。二つの作業が互いを上書きします。</translation>
    </message>
    <message>
        <source>Open for &amp;reading</source>
        <translation>読み取り専用で開く(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Take over</source>
        <translation>引き継ぐ(&amp;T)</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Notice</source>
        <translation>お知らせ</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>フォルダーで表示</translation>
    </message>
    <message>
        <source>Film as opened</source>
        <translation>開いたときの映画</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>テイク</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>登場者</translation>
    </message>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>Shot</source>
        <translation>ショット</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>映画</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>キュー</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>タイムライン</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>ドリフト</translation>
    </message>
    <message>
        <source>Shots</source>
        <translation>ショット一覧</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Shot</source>
        <translation>ショット(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Render</source>
        <translation>レンダリング(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>再生(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近使った映画(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>パネル(&amp;P)</translation>
    </message>
    <message>
        <source>Main bar</source>
        <translation>メインバー</translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>キューを表示</translation>
    </message>
    <message>
        <source>Model and device</source>
        <translation>モデルとデバイス</translation>
    </message>
    <message>
        <source>Shot being rendered</source>
        <translation>レンダリング中のショット</translation>
    </message>
    <message>
        <source>Stop export</source>
        <translation>書き出しを停止</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %2 · %n thread(s) · %3</source>
        <translation>
            <numerusform>%1 · %2 · %n スレッド · %3</numerusform>
        </translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>ステップ %1 / %2</translation>
    </message>
    <message>
        <source>preparing…</source>
        <translation>準備中…</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) failed; the queue says why.</source>
        <translation>
            <numerusform>ジョブ %n 件が失敗しました。理由はキューにあります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Queue finished</source>
        <translation>キューが完了しました</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) done</source>
        <translation>
            <numerusform>%n 件のジョブが完了</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>元に戻す：%1(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>やり直す：%1(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>&amp;Render stale (%1)</source>
        <translation>古いショットをレンダリング (%1)(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Render stale</source>
        <translation>古いショットをレンダリング(&amp;R)</translation>
    </message>
    <message>
        <source>%1 (read only)</source>
        <translation>%1（読み取り専用）</translation>
    </message>
    <message>
        <source>Has unsaved changes</source>
        <translation>未保存の変更があります</translation>
    </message>
    <message numerus="yes">
        <source>%n shot(s) · %1 · %2×%3 · %4 fps</source>
        <translation>
            <numerusform>ショット %n 個 · %1 · %2×%3 · %4 fps</numerusform>
        </translation>
    </message>
    <message>
        <source>shot %1: step %2 of %3 · %4 s a step · %5 left</source>
        <translation>ショット %1：ステップ %2 / %3 · 1 ステップ %4 秒 · 残り %5</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>Queue %1 · %2</source>
        <translation>キュー %1 · %2</translation>
    </message>
    <message>
        <source>Queue %1</source>
        <translation>キュー %1</translation>
    </message>
    <message>
        <source>change seam</source>
        <translation>つなぎを変更</translation>
    </message>
    <message>
        <source>take out of scene</source>
        <translation>シーンから外す</translation>
    </message>
    <message>
        <source>pin take</source>
        <translation>テイクを固定</translation>
    </message>
    <message>
        <source>unpin take</source>
        <translation>固定を解除</translation>
    </message>
    <message>
        <source>end meets beginning</source>
        <translation>終わりを始まりにつなぐ</translation>
    </message>
    <message>
        <source>Keyframe picture</source>
        <translation>キーフレーム画像</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.bmp)</source>
        <translation>画像 (*.png *.jpg *.jpeg *.webp *.bmp)</translation>
    </message>
    <message>
        <source>This shot has only one take.</source>
        <translation>このショットのテイクは 1 つだけです。</translation>
    </message>
    <message>
        <source>Make another one with %1.</source>
        <translation>%1でもう 1 つ作れます。</translation>
    </message>
    <message>
        <source>Chosen take</source>
        <translation>選択中のテイク</translation>
    </message>
    <message>
        <source>Take %1</source>
        <translation>テイク %1</translation>
    </message>
    <message>
        <source>New scene</source>
        <translation>新しいシーン</translation>
    </message>
    <message>
        <source>Rename scene</source>
        <translation>シーン名を変更</translation>
    </message>
    <message>
        <source>Title of the scene:</source>
        <translation>シーンの題名：</translation>
    </message>
    <message>
        <source>Not rendered: %1</source>
        <translation>レンダリングしません：%1</translation>
    </message>
    <message>
        <source>Change the text. What may be rendered is set in Preferences → Rendering.</source>
        <translation>文章を変えてください。レンダリングできる内容は環境設定 → レンダリングで決めます。</translation>
    </message>
    <message>
        <source>Shot %1</source>
        <translation>ショット %1</translation>
    </message>
    <message numerus="yes">
        <source>%n shots</source>
        <translation>
            <numerusform>ショット %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>The picture could not be copied to %1.</source>
        <translation>画像を %1 にコピーできませんでした。</translation>
    </message>
    <message>
        <source>Check that the folder can be written to.</source>
        <translation>フォルダーに書き込めるか確認してください。</translation>
    </message>
    <message>
        <source>add keyframe</source>
        <translation>キーフレームを追加</translation>
    </message>
    <message>
        <source>There is no picture at the playhead yet.</source>
        <translation>再生ヘッドの位置にまだ映像がありません。</translation>
    </message>
    <message>
        <source>Render the shot first.</source>
        <translation>先にショットをレンダリングしてください。</translation>
    </message>
    <message>
        <source>Export frame</source>
        <translation>フレームを書き出す</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg)</source>
        <translation>画像 (*.png *.jpg)</translation>
    </message>
    <message>
        <source>Import story</source>
        <translation>物語を読み込む</translation>
    </message>
    <message>
        <source>Stories (*.txt *.md *.fountain *.spmd)</source>
        <translation>物語 (*.txt *.md *.fountain *.spmd)</translation>
    </message>
    <message>
        <source>About Longtake</source>
        <translation>Longtake について</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Longtake %1&lt;/h3&gt;&lt;p&gt;A studio for films told in shots.&lt;/p&gt;&lt;p&gt;Open source under the Apache License 2.0. No account, no server, no telemetry.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Longtake %1&lt;/h3&gt;&lt;p&gt;ショットで語る映画のためのスタジオ。&lt;/p&gt;&lt;p&gt;Apache License 2.0 のオープンソース。アカウントもサーバーも遠隔測定もありません。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存の変更</translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>「%1」の変更を保存しますか？</translation>
    </message>
    <message>
        <source>Takes that were rendered are kept either way.</source>
        <translation>レンダリング済みのテイクはどちらでも残ります。</translation>
    </message>
    <message>
        <source>The example could not be copied to %1.</source>
        <translation>例を %1 にコピーできませんでした。</translation>
    </message>
    <message>
        <source>Untitled film</source>
        <translation>無題の映画</translation>
    </message>
    <message>
        <source>open other version</source>
        <translation>ほかの版を開く</translation>
    </message>
    <message>
        <source>An export is running already: %1</source>
        <translation>書き出し中です：%1</translation>
    </message>
    <message>
        <source>Wait for it or stop it first.</source>
        <translation>終わるのを待つか、先に停止してください。</translation>
    </message>
    <message>
        <source>Export · stop</source>
        <translation>書き出し中 · 停止</translation>
    </message>
    <message numerus="yes">
        <source>Export waits for %n shot(s) · stop</source>
        <translation>
            <numerusform>%n個のショットを待って書き出します · 停止</numerusform>
        </translation>
    </message>
    <message>
        <source>The film was not exported: not all of its shots were rendered.</source>
        <translation>映画は書き出されませんでした。レンダリングされなかったショットがあります。</translation>
    </message>
    <message>
        <source>The queue says why.</source>
        <translation>理由はキューに表示されています。</translation>
    </message>
    <message>
        <source>Export %1 % · %2 · stop</source>
        <translation>書き出し %1 % · %2 · 停止</translation>
    </message>
    <message>
        <source>Exported: %1</source>
        <translation>書き出しました：%1</translation>
    </message>
    <message>
        <source>The export was stopped; no file was left behind.</source>
        <translation>書き出しを停止しました。ファイルは残っていません。</translation>
    </message>
    <message>
        <source>The film is open for reading only.</source>
        <translation>映画は読み取り専用で開かれています。</translation>
    </message>
    <message>
        <source>Save it under another name to change it.</source>
        <translation>変更するには別の名前で保存してください。</translation>
    </message>
    <message>
        <source>Open film</source>
        <translation>映画を開く</translation>
    </message>
    <message>
        <source>Films (*.t2vproj)</source>
        <translation>映画 (*.t2vproj)</translation>
    </message>
    <message>
        <source>Save film</source>
        <translation>映画を保存</translation>
    </message>
    <message>
        <source>The story has no shots.</source>
        <translation>物語にショットがありません。</translation>
    </message>
    <message>
        <source>The story says nothing new.</source>
        <translation>物語に新しい内容はありません。</translation>
    </message>
    <message>
        <source>import story</source>
        <translation>物語を読み込む</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>%1/%2 (not fetched: git lfs pull)</source>
        <translation>%1/%2（未取得：git lfs pull）</translation>
    </message>
</context>
<context>
    <name>ModelsPanel</name>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Add model folder</source>
        <translation>モデルフォルダーを追加</translation>
    </message>
    <message>
        <source>Forget model folder</source>
        <translation>モデルフォルダーを外す</translation>
    </message>
    <message>
        <source>Use for this film</source>
        <translation>この映画に使う</translation>
    </message>
    <message>
        <source>Check the model&apos;s files</source>
        <translation>モデルのファイルを検査</translation>
    </message>
    <message>
        <source>How far the check is</source>
        <translation>検査の進み具合</translation>
    </message>
    <message>
        <source>Add a model folder (with model_index.json); nothing is copied</source>
        <translation>モデルフォルダー（model_index.json のあるもの）を追加。コピーはしません</translation>
    </message>
    <message>
        <source>Forget this folder; its files stay</source>
        <translation>このフォルダーを外します。ファイルは残ります</translation>
    </message>
    <message>
        <source>Compares every weight file with what the model needs and with the checksums that came with it</source>
        <translation>すべての重みファイルを、モデルが必要とするもの、および付属のチェックサムと照合します</translation>
    </message>
    <message>
        <source>Any diffusers model folder works where it lies. To fetch one yourself:
huggingface-cli download Wan-AI/Wan2.1-T2V-1.3B-Diffusers --local-dir FOLDER</source>
        <translation>diffusers のモデルフォルダーはそのまま使えます。自分で取得するには：
huggingface-cli download Wan-AI/Wan2.1-T2V-1.3B-Diffusers --local-dir フォルダー</translation>
    </message>
    <message>
        <source>Checked: all files are as the model needs them.</source>
        <translation>検査済み：すべてのファイルがモデルの要求どおりです。</translation>
    </message>
    <message>
        <source>The check was stopped.</source>
        <translation>検査を中止しました。</translation>
    </message>
    <message>
        <source>change model</source>
        <translation>モデルを変更</translation>
    </message>
    <message>
        <source>%1 (incomplete)</source>
        <translation>%1（不完全）</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>検査</translation>
    </message>
    <message>
        <source>No model found. Add the folder of one.</source>
        <translation>モデルが見つかりません。フォルダーを追加してください。</translation>
    </message>
    <message>
        <source>%1 · %2 on disk</source>
        <translation>%1 · ディスク上 %2</translation>
    </message>
    <message>
        <source>Needs about %1 of memory.</source>
        <translation>メモリーが約 %1 必要です。</translation>
    </message>
    <message>
        <source>Needs about %1 of memory; this machine has %2: choose a smaller one.</source>
        <translation>約 %1 のメモリーが必要ですが、このマシンは %2 です。小さいモデルを選んでください。</translation>
    </message>
    <message>
        <source>Needs about %1 of this machine&apos;s %2 of memory.</source>
        <translation>このマシンのメモリー %2 のうち約 %1 を使います。</translation>
    </message>
    <message>
        <source>Licence: not stated in the folder</source>
        <translation>ライセンス：フォルダーに記載なし</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>ライセンス：%1</translation>
    </message>
    <message numerus="yes">
        <source>Knows %n word(s)</source>
        <translation>
            <numerusform>%n 語を知っています</numerusform>
        </translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>不足：%1</translation>
    </message>
    <message>
        <source>Made for: %1 at %2 frames per second, %3 steps, guidance %4</source>
        <translation>想定：%1、毎秒%2フレーム、%3ステップ、ガイダンス%4</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>出典：%1</translation>
    </message>
    <message>
        <source>Added by name; &quot;longtake model remove %1&quot; forgets it</source>
        <translation>名前で追加されたモデル。「longtake model remove %1」で一覧から外します</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>検査中…</translation>
    </message>
    <message>
        <source>Folder of a model</source>
        <translation>モデルのフォルダー</translation>
    </message>
</context>
<context>
    <name>NewFilmDialog</name>
    <message>
        <source>A &amp;story: each line becomes a shot</source>
        <translation>物語：1 行が 1 ショットになります(&amp;S)</translation>
    </message>
    <message>
        <source>From a story</source>
        <translation>物語から</translation>
    </message>
    <message>
        <source>A &amp;blank film</source>
        <translation>空の映画(&amp;B)</translation>
    </message>
    <message>
        <source>Blank film</source>
        <translation>空の映画</translation>
    </message>
    <message>
        <source>An &amp;example</source>
        <translation>例(&amp;E)</translation>
    </message>
    <message>
        <source>From an example</source>
        <translation>例から</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>物語</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>例</translation>
    </message>
    <message>
        <source>New film</source>
        <translation>新しい映画</translation>
    </message>
    <message>
        <source>A lion walks in the city at noon.
The lion meets a robot.
The robot waves, the camera moves away.</source>
        <translation>A lion walks in the city at noon.
The lion meets a robot.
The robot waves, the camera moves away.</translation>
    </message>
    <message>
        <source>&amp;Make film</source>
        <translation>映画を作る(&amp;M)</translation>
    </message>
    <message>
        <source>What do you start from?</source>
        <translation>何から始めますか？</translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message>
        <source>render version</source>
        <translation>レンダラーの版</translation>
    </message>
    <message>
        <source>model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>adapters</source>
        <translation>アダプター</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>negative prompt</source>
        <translation>ネガティブ文</translation>
    </message>
    <message>
        <source>sampler</source>
        <translation>サンプラー</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>guidance</source>
        <translation>ガイダンス</translation>
    </message>
    <message>
        <source>size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>length</source>
        <translation>長さ</translation>
    </message>
    <message>
        <source>frame rate</source>
        <translation>フレームレート</translation>
    </message>
    <message>
        <source>drift help</source>
        <translation>ドリフト補正</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>ループ</translation>
    </message>
    <message>
        <source>keyframes</source>
        <translation>キーフレーム</translation>
    </message>
    <message>
        <source>context</source>
        <translation>コンテキスト</translation>
    </message>
    <message>
        <source>prompt blend</source>
        <translation>文章のブレンド</translation>
    </message>
    <message>
        <source>the prompt it blends from</source>
        <translation>ブレンド元の文章</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>%1 frames</source>
        <translation>%1 フレーム</translation>
    </message>
    <message>
        <source>%1 latents</source>
        <translation>潜在%1個</translation>
    </message>
    <message>
        <source>on</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1が変わりました</translation>
    </message>
    <message>
        <source>%1 changed from %2 to %3</source>
        <translation>%1が %2 から %3 に変わりました</translation>
    </message>
    <message>
        <source>now continues from shot %1</source>
        <translation>ショット %1 から継続するようになりました</translation>
    </message>
    <message>
        <source>now begins a new sequence</source>
        <translation>新しいシーケンスの始まりになりました</translation>
    </message>
    <message>
        <source>the first shot of the sequence, which drift help looks at, changed</source>
        <translation>ドリフト補正が参照するシーケンスの最初のショットが変わりました</translation>
    </message>
    <message>
        <source>shot %1, which it continues from, will be rendered again</source>
        <translation>継続元のショット %1 が再レンダリングされます</translation>
    </message>
    <message>
        <source>shot %1, which it continues from, was rendered again</source>
        <translation>継続元のショット %1 が再レンダリングされました</translation>
    </message>
    <message>
        <source>shot %1, which it continues from, was rendered again with other bits</source>
        <translation>継続元のショット %1 が異なるビットで再レンダリングされました</translation>
    </message>
    <message>
        <source>shot %1, which it continues from, cannot be rendered</source>
        <translation>継続元のショット %1 はレンダリングできません</translation>
    </message>
    <message>
        <source>shot %1, which it continues from, is %2 and not %3</source>
        <translation>継続元のショット %1 は %3 ではなく %2 です</translation>
    </message>
    <message>
        <source>shot %1, which it continues from, was made with another model, whose latents this one cannot read</source>
        <translation>継続元のショット %1 は別のモデルで作られ、このモデルではその潜在データを読めません</translation>
    </message>
    <message>
        <source>shot %1, which it continues from, has lost the beginning of its stream: %2</source>
        <translation>継続元のショット %1 は流れの先頭を失っています：%2</translation>
    </message>
    <message>
        <source>not rendered yet</source>
        <translation>未レンダリング</translation>
    </message>
    <message>
        <source>its take was deleted</source>
        <translation>テイクが削除されました</translation>
    </message>
    <message>
        <source>its take %1 was damaged and set aside: %2</source>
        <translation>テイク %1 は破損していたため隔離しました：%2</translation>
    </message>
    <message>
        <source>its take %1 is not there</source>
        <translation>テイク %1 がありません</translation>
    </message>
    <message>
        <source>take %1 of an earlier render fits</source>
        <translation>以前のレンダリングのテイク %1 が使えます</translation>
    </message>
    <message>
        <source>the last attempt failed: %1</source>
        <translation>前回は失敗しました：%1</translation>
    </message>
    <message>
        <source>the model %1 cannot pin an image at frame %2</source>
        <translation>モデル %1 はフレーム %2 に画像を固定できません</translation>
    </message>
    <message>
        <source>the model %1 cannot make a loop</source>
        <translation>モデル %1 はループを作れません</translation>
    </message>
    <message>
        <source>the model %1 needs sides that are multiples of %2, not %3</source>
        <translation>モデル %1 の辺は %2 の倍数である必要があります（%3 は不可）</translation>
    </message>
    <message>
        <source>keyframe image %1: %2</source>
        <translation>キーフレーム画像 %1：%2</translation>
    </message>
    <message>
        <source>the safety level refuses its text (%1)</source>
        <translation>安全レベルにより文章が拒否されました（%1）</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>環境設定</translation>
    </message>
    <message>
        <source>&amp;Look</source>
        <translation>外観(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Rendering</source>
        <translation>レンダリング(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Storage</source>
        <translation>保存領域(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>キー(&amp;K)</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに従う</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>テーマ(&amp;T)</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>言語(&amp;A)</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>Fastest there is</source>
        <translation>最速のもの</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>プロセッサ (CPU)</translation>
    </message>
    <message>
        <source>NVIDIA or AMD graphics card</source>
        <translation>NVIDIA / AMD グラフィックカード</translation>
    </message>
    <message>
        <source>Apple graphics</source>
        <translation>Apple グラフィックス</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>スレッド</translation>
    </message>
    <message>
        <source>as many as the machine has cores (%1)</source>
        <translation>マシンのコア数と同じ (%1)</translation>
    </message>
    <message>
        <source>What may be rendered</source>
        <translation>レンダリングできる内容</translation>
    </message>
    <message>
        <source>Open: ask about nothing</source>
        <translation>開放：確認しない</translation>
    </message>
    <message>
        <source>Careful: ask before sexual content, cruelty, self-harm, symbols of hate</source>
        <translation>慎重：性的な内容、残虐、自傷、憎悪の象徴の前に確認</translation>
    </message>
    <message>
        <source>Strict: refuse these, for schools and families</source>
        <translation>厳格：これらを拒否（学校や家庭向け）</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>デバイス(&amp;D)</translation>
    </message>
    <message>
        <source>T&amp;hreads</source>
        <translation>スレッド(&amp;H)</translation>
    </message>
    <message>
        <source>The same film with the same number of threads on the same machine gives the same pictures, bit for bit.</source>
        <translation>同じ映画は、同じマシンで同じスレッド数なら、1 ビットも違わない映像になります。</translation>
    </message>
    <message>
        <source>&amp;What may be rendered</source>
        <translation>レンダリングできる内容(&amp;W)</translation>
    </message>
    <message>
        <source>Texts are looked through for words, on this machine only. Sexual content with minors is refused at every level.</source>
        <translation>文章中の言葉をこのコンピューターの中だけで調べます。未成年者の性的な内容はどのレベルでも拒否します。</translation>
    </message>
    <message>
        <source>Keys as in</source>
        <translation>キー配列</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>自分用</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>New key for the action</source>
        <translation>操作の新しいキー</translation>
    </message>
    <message>
        <source>&amp;No key</source>
        <translation>キーなし(&amp;N)</translation>
    </message>
    <message>
        <source>No key for the action</source>
        <translation>操作にキーを割り当てない</translation>
    </message>
    <message>
        <source>New &amp;key:</source>
        <translation>新しいキー(&amp;K)：</translation>
    </message>
    <message>
        <source>Keys &amp;as in</source>
        <translation>キー配列(&amp;A)</translation>
    </message>
    <message>
        <source>%1 is both “%2” and “%3”: neither will work until one changes.</source>
        <translation>%1 は「%2」と「%3」の両方です。どちらかを変えるまで使えません。</translation>
    </message>
    <message>
        <source>No key is used twice.</source>
        <translation>重複しているキーはありません。</translation>
    </message>
</context>
<context>
    <name>PreviewPlayer</name>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Position as timecode; type to go there</source>
        <translation>タイムコードの位置。入力するとそこへ移動します</translation>
    </message>
    <message>
        <source>The first shot has no seam before it.</source>
        <translation>最初のショットの前につなぎはありません。</translation>
    </message>
    <message>
        <source>Last frame of shot %1</source>
        <translation>ショット %1 の最後のフレーム</translation>
    </message>
    <message>
        <source>First frame of shot %1</source>
        <translation>ショット %1 の最初のフレーム</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>動き</translation>
    </message>
    <message>
        <source>Motion: %1 pixels</source>
        <translation>動き：%1 ピクセル</translation>
    </message>
    <message>
        <source>The film has no shots yet.</source>
        <translation>映画にまだショットがありません。</translation>
    </message>
    <message>
        <source>Shot %1 has no text yet.</source>
        <translation>ショット %1 にまだ文章がありません。</translation>
    </message>
</context>
<context>
    <name>PreviewSurface</name>
    <message>
        <source>Picture</source>
        <translation>映像</translation>
    </message>
    <message>
        <source>Difference ×4</source>
        <translation>差分 ×4</translation>
    </message>
</context>
<context>
    <name>ProjectDocument</name>
    <message>
        <source>Untitled film</source>
        <translation>無題の映画</translation>
    </message>
    <message>
        <source>Save it under another name to change it.</source>
        <translation>変更するには別名で保存してください。</translation>
    </message>
    <message>
        <source>No copy for recovery could be written: %1</source>
        <translation>復元用のコピーを書き込めませんでした：%1</translation>
    </message>
    <message>
        <source>%1 is open for reading only.</source>
        <translation>%1 は読み取り専用で開かれています。</translation>
    </message>
    <message>
        <source>Save it under another name to keep your changes.</source>
        <translation>変更を残すには別の名前で保存してください。</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Jobs</source>
        <translation>ジョブ</translation>
    </message>
    <message>
        <source>How many takes the job makes</source>
        <translation>ジョブで作るテイクの数</translation>
    </message>
    <message>
        <source>Move job up</source>
        <translation>ジョブを上へ</translation>
    </message>
    <message>
        <source>Move job down</source>
        <translation>ジョブを下へ</translation>
    </message>
    <message>
        <source>Try job again</source>
        <translation>ジョブを再試行</translation>
    </message>
    <message>
        <source>Remove job</source>
        <translation>ジョブを削除</translation>
    </message>
    <message>
        <source>Nothing to do. Press Render, and go on writing while it works.</source>
        <translation>することはありません。レンダリングを始めて、そのまま書き続けられます。</translation>
    </message>
    <message>
        <source>All jobs are over.</source>
        <translation>すべてのジョブが終わりました。</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) · %1 left · done at about %2</source>
        <translation>
            <numerusform>ジョブ %n 件 · 残り %1 · 完了予定 %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>ジョブ %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecentFilms</name>
    <message>
        <source>No film opened yet</source>
        <translation>まだ映画を開いていません</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>この一覧を消去(&amp;C)</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Recover film</source>
        <translation>映画を復元</translation>
    </message>
    <message>
        <source>“%1” has edits of %2 that were not saved when the program ended.</source>
        <translation>「%1」には、プログラム終了時に未保存だった %2 の変更があります。</translation>
    </message>
    <message>
        <source>The saved film was changed since by somebody else: look at both before you save.</source>
        <translation>保存済みの映画はその後ほかの人が変更しました。保存する前に両方を確認してください。</translation>
    </message>
    <message>
        <source>Nothing is lost either way until you save.</source>
        <translation>保存するまで、どちらでも何も失われません。</translation>
    </message>
    <message>
        <source>&amp;Recover</source>
        <translation>復元(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Open saved film</source>
        <translation>保存済みの映画を開く(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>あとで(&amp;L)</translation>
    </message>
</context>
<context>
    <name>RenderQueue</name>
    <message>
        <source>waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Rendering stops until the program is started again. The film and all takes are safe.</source>
        <translation>プログラムを再起動するまでレンダリングは止まります。映画とすべてのテイクは無事です。</translation>
    </message>
    <message>
        <source>Another one is being started and goes on where this one stopped.</source>
        <translation>別のものを起動し、止まったところから続けます。</translation>
    </message>
    <message>
        <source>%1 × %2 takes</source>
        <translation>%1 × %2 テイク</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>ステップ %1 / %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>ジョブ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>残り</translation>
    </message>
</context>
<context>
    <name>Seam</name>
    <message>
        <source>Continue</source>
        <translation>継続</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>カット</translation>
    </message>
    <message>
        <source>Dissolve</source>
        <translation>ディゾルブ</translation>
    </message>
</context>
<context>
    <name>SeamModel</name>
    <message>
        <source>%1 visible</source>
        <translation>%1 見える</translation>
    </message>
    <message>
        <source>First frame behind the seam</source>
        <translation>つなぎの後の最初のフレーム</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Seam</source>
        <translation>つなぎ</translation>
    </message>
    <message>
        <source>Change across the seam against the change around it; 1 is as smooth as the shot itself</source>
        <translation>つなぎでの変化と周囲の変化の比。1 はショット内と同じ滑らかさ</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>比</translation>
    </message>
    <message>
        <source>The same for what motion does not explain</source>
        <translation>動きで説明できない分について同じ比</translation>
    </message>
    <message>
        <source>Residual</source>
        <translation>残差</translation>
    </message>
    <message>
        <source>Jump of the mean colour (CIE Lab)</source>
        <translation>平均色の跳び（CIE Lab）</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>色</translation>
    </message>
</context>
<context>
    <name>ShotInspector</name>
    <message>
        <source>edit text</source>
        <translation>文章を編集</translation>
    </message>
    <message>
        <source>edit negative text</source>
        <translation>ネガティブ文を編集</translation>
    </message>
    <message>
        <source>edit narration</source>
        <translation>ナレーションを編集</translation>
    </message>
    <message>
        <source>edit notes</source>
        <translation>メモを編集</translation>
    </message>
    <message>
        <source>change length</source>
        <translation>長さを変更</translation>
    </message>
    <message>
        <source>change seam</source>
        <translation>つなぎを変更</translation>
    </message>
    <message>
        <source>change dissolve</source>
        <translation>ディゾルブを変更</translation>
    </message>
    <message>
        <source>change blend</source>
        <translation>ブレンドを変更</translation>
    </message>
    <message>
        <source>change context</source>
        <translation>コンテキストを変更</translation>
    </message>
    <message>
        <source>change seed</source>
        <translation>シードを変更</translation>
    </message>
    <message>
        <source>new seed</source>
        <translation>新しいシード</translation>
    </message>
    <message>
        <source>lock seed</source>
        <translation>シードを固定</translation>
    </message>
    <message>
        <source>unlock seed</source>
        <translation>シードの固定を解除</translation>
    </message>
    <message>
        <source>change camera</source>
        <translation>カメラを変更</translation>
    </message>
    <message>
        <source>change steps</source>
        <translation>ステップ数を変更</translation>
    </message>
    <message>
        <source>change guidance</source>
        <translation>ガイダンスを変更</translation>
    </message>
    <message>
        <source>end meets beginning</source>
        <translation>終わりを始まりにつなぐ</translation>
    </message>
    <message>
        <source>pin take</source>
        <translation>テイクを固定</translation>
    </message>
    <message>
        <source>unpin take</source>
        <translation>固定を解除</translation>
    </message>
    <message>
        <source>remove keyframe</source>
        <translation>キーフレームを削除</translation>
    </message>
    <message>
        <source>Shot %1</source>
        <translation>ショット %1</translation>
    </message>
    <message numerus="yes">
        <source>%n shots</source>
        <translation>
            <numerusform>ショット %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>What happens in this shot? @ names a character.</source>
        <translation>このショットで何が起きますか？ @ で登場者を呼べます。</translation>
    </message>
    <message>
        <source>Several texts. Typing replaces all of them.</source>
        <translation>複数の文章です。入力するとすべて置き換わります。</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n 語</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) this model was not taught</source>
        <translation>
            <numerusform>このモデルが知らない語 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1
Without: %2</source>
        <translation>%1
除外：%2</translation>
    </message>
    <message>
        <source>The tokens could not be counted: %1</source>
        <translation>トークンを数えられませんでした：%1</translation>
    </message>
    <message>
        <source>Without: %L1 of %L2 tokens. The model does not read the end: “%3”</source>
        <translation>除外文：%L1 / %L2 トークン。モデルは末尾を読みません：「%3」</translation>
    </message>
    <message>
        <source>%L1 of %L2 tokens. The model does not read the end: “%3”</source>
        <translation>%L1 / %L2 トークン。モデルは末尾を読みません：「%3」</translation>
    </message>
    <message>
        <source>%L1 of %L2 tokens</source>
        <translation>%L1 / %L2 トークン</translation>
    </message>
    <message>
        <source>The pieces a text is cut into for the model</source>
        <translation>モデルのために文章を分けた断片</translation>
    </message>
    <message>
        <source>%1 frames will be made</source>
        <translation>%1 フレームを作ります</translation>
    </message>
    <message>
        <source>%1 frames will be made: the nearest the model can</source>
        <translation>%1 フレームを作ります（モデルが作れる最も近い数）</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>長さ</translation>
    </message>
    <message>
        <source>Text blend</source>
        <translation>文章のブレンド</translation>
    </message>
    <message>
        <source>first</source>
        <translation>最初</translation>
    </message>
    <message>
        <source>last</source>
        <translation>最後</translation>
    </message>
    <message>
        <source>at %1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>as the text says</source>
        <translation>文章のとおり</translation>
    </message>
    <message>
        <source>Select a shot on the timeline to write its text.</source>
        <translation>タイムラインでショットを選ぶと文章を書けます。</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Text of the shot</source>
        <translation>ショットの文章</translation>
    </message>
    <message>
        <source>Exact text the shot is made with</source>
        <translation>ショットを作る正確な文章</translation>
    </message>
    <message>
        <source>Tokens of the text</source>
        <translation>文章のトークン</translation>
    </message>
    <message>
        <source>Made with exactly this text:</source>
        <translation>この文章どおりに作ります：</translation>
    </message>
    <message>
        <source>Length in seconds</source>
        <translation>長さ（秒）</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Length in frames</source>
        <translation>長さ（フレーム）</translation>
    </message>
    <message>
        <source>Seam to the shot before</source>
        <translation>前のショットとのつなぎ</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>継続</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>カット</translation>
    </message>
    <message>
        <source>Dissolve</source>
        <translation>ディゾルブ</translation>
    </message>
    <message>
        <source>Length of the dissolve</source>
        <translation>ディゾルブの長さ</translation>
    </message>
    <message>
        <source>How long the text blends over</source>
        <translation>文章が移り変わる長さ</translation>
    </message>
    <message>
        <source>How many steps of the picture stream the text takes to change from the shot before to this one; 0: at once</source>
        <translation>前のショットの文章からこの文章へ、映像の流れ何ステップで移るか。0：すぐに</translation>
    </message>
    <message>
        <source>&amp;Length</source>
        <translation>長さ(&amp;L)</translation>
    </message>
    <message>
        <source>Fr&amp;ames</source>
        <translation>フレーム(&amp;A)</translation>
    </message>
    <message>
        <source>Sea&amp;m</source>
        <translation>つなぎ(&amp;M)</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>from the film</source>
        <translation>映画から</translation>
    </message>
    <message>
        <source>Lock seed</source>
        <translation>シードを固定</translation>
    </message>
    <message>
        <source>Locked: this shot keeps its own seed</source>
        <translation>固定：このショットは自分のシードを保ちます</translation>
    </message>
    <message>
        <source>New seed</source>
        <translation>新しいシード</translation>
    </message>
    <message>
        <source>Roll a new seed</source>
        <translation>新しいシードを振る</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>カメラ</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>シード(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Camera</source>
        <translation>カメラ(&amp;C)</translation>
    </message>
    <message>
        <source>Keyframes: drop pictures here</source>
        <translation>キーフレーム：ここに画像をドロップ</translation>
    </message>
    <message>
        <source>Add keyframe picture</source>
        <translation>キーフレーム画像を追加</translation>
    </message>
    <message>
        <source>Remove keyframe</source>
        <translation>キーフレームを削除</translation>
    </message>
    <message>
        <source>Keyframes</source>
        <translation>キーフレーム</translation>
    </message>
    <message>
        <source>What a voice says over this shot</source>
        <translation>このショットに重なる声</translation>
    </message>
    <message>
        <source>Narration</source>
        <translation>ナレーション</translation>
    </message>
    <message>
        <source>&amp;Narration</source>
        <translation>ナレーション(&amp;N)</translation>
    </message>
    <message>
        <source>For you alone; never part of the picture</source>
        <translation>自分用。映像には入りません</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>N&amp;otes</source>
        <translation>メモ(&amp;O)</translation>
    </message>
    <message>
        <source>What should not be seen</source>
        <translation>出したくないもの</translation>
    </message>
    <message>
        <source>Negative text</source>
        <translation>ネガティブ文</translation>
    </message>
    <message>
        <source>Sampling steps</source>
        <translation>サンプリングステップ</translation>
    </message>
    <message>
        <source>as the film</source>
        <translation>映画に従う</translation>
    </message>
    <message>
        <source>How often the picture is refined; more takes longer</source>
        <translation>映像を磨く回数。多いほど時間がかかります</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>ガイダンス</translation>
    </message>
    <message>
        <source>How strictly the picture follows the text (CFG scale)</source>
        <translation>映像が文章に従う強さ（CFG）</translation>
    </message>
    <message>
        <source>Context latents</source>
        <translation>コンテキスト潜在</translation>
    </message>
    <message>
        <source>as the model</source>
        <translation>モデルに従う</translation>
    </message>
    <message>
        <source>How many of the last latents of the shot before this one are seen when continuing</source>
        <translation>継続時に見る、前のショットの最後の潜在の数</translation>
    </message>
    <message>
        <source>End meets beginning</source>
        <translation>終わりを始まりにつなぐ</translation>
    </message>
    <message>
        <source>Pin: keep the take although out of date</source>
        <translation>固定：古くなってもテイクを残す</translation>
    </message>
    <message>
        <source>Pin take</source>
        <translation>テイクを固定</translation>
    </message>
    <message>
        <source>Ne&amp;gative text</source>
        <translation>ネガティブ文(&amp;G)</translation>
    </message>
    <message>
        <source>S&amp;teps</source>
        <translation>ステップ(&amp;T)</translation>
    </message>
    <message>
        <source>G&amp;uidance</source>
        <translation>ガイダンス(&amp;U)</translation>
    </message>
    <message>
        <source>Conte&amp;xt</source>
        <translation>コンテキスト(&amp;X)</translation>
    </message>
</context>
<context>
    <name>ShotListModel</name>
    <message>
        <source>Shot %1, %2, %3, %4. %5</source>
        <translation>ショット %1、%2、%3、%4。%5</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>長さ</translation>
    </message>
    <message>
        <source>Seam</source>
        <translation>つなぎ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>シーン</translation>
    </message>
    <message>
        <source>edit text</source>
        <translation>文章を編集</translation>
    </message>
    <message>
        <source>change seam</source>
        <translation>つなぎを変更</translation>
    </message>
</context>
<context>
    <name>ShotListView</name>
    <message>
        <source>Shots</source>
        <translation>ショット一覧</translation>
    </message>
</context>
<context>
    <name>ShotStates</name>
    <message>
        <source>not rendered yet</source>
        <translation>未レンダリング</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>out of date</source>
        <translation>古い</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>rendering, %1 %</source>
        <translation>レンダリング中 %1 %</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>%1, pinned</source>
        <translation>%1、固定</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>StepGraph</name>
    <message>
        <source>Seconds per step</source>
        <translation>1 ステップの秒数</translation>
    </message>
    <message>
        <source>last step %1 s</source>
        <translation>最後のステップ %1 秒</translation>
    </message>
    <message>
        <source>%1 s a step</source>
        <translation>1 ステップ %1 秒</translation>
    </message>
</context>
<context>
    <name>StoragePage</name>
    <message>
        <source>Most space for the takes of a film</source>
        <translation>映画のテイクに使う最大容量</translation>
    </message>
    <message>
        <source>&amp;Free space now</source>
        <translation>今すぐ空ける(&amp;F)</translation>
    </message>
    <message>
        <source>Remove takes that nothing needs</source>
        <translation>どこからも必要とされないテイクを削除</translation>
    </message>
    <message>
        <source>Folder of the cache</source>
        <translation>キャッシュのフォルダー</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>制限なし</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>Removes deleted takes and, above the limit, the oldest. Takes that are shown, rated or continued from stay.</source>
        <translation>削除したテイクと、上限を超える場合は古いテイクを削除します。表示中・評価済み・続きのあるテイクは残ります。</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>参照(&amp;B)…</translation>
    </message>
    <message>
        <source>Choose folder</source>
        <translation>フォルダーを選択</translation>
    </message>
    <message>
        <source>Keep at most of a film&apos;s &amp;takes</source>
        <translation>映画ごとに残すテイクの上限(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Cache: what the program measured on this machine</source>
        <translation>キャッシュ：このコンピューターでの計測結果(&amp;C)</translation>
    </message>
    <message>
        <source>May be deleted at any time; it is made again. Another folder is used from the next start on.</source>
        <translation>いつ削除しても作り直されます。別のフォルダーは次回起動時から使われます。</translation>
    </message>
    <message>
        <source>%1 freed. %2</source>
        <translation>%1 を空けました。%2</translation>
    </message>
    <message numerus="yes">
        <source>This film has %n take(s), %1.</source>
        <translation>
            <numerusform>この映画には %n テイクあります（%1）。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StoryChangesDialog</name>
    <message>
        <source>changed</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新規</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>%1 — also changed here: the story wins</source>
        <translation>%1 — ここでも変更済み：物語を優先</translation>
    </message>
    <message>
        <source>Shot %1 %2: %3</source>
        <translation>ショット %1 %2：%3</translation>
    </message>
    <message>
        <source>Import story</source>
        <translation>物語を読み込む</translation>
    </message>
    <message>
        <source>What the story changes</source>
        <translation>物語が変える内容</translation>
    </message>
    <message>
        <source>Shot</source>
        <translation>ショット</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更点</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Bring in %n change(s)</source>
        <translation>
            <numerusform>%n 件の変更を取り込む(&amp;B)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shot(s) of the story stay as they are, with their takes. Shots made in the studio are not touched.</source>
        <translation>
            <numerusform>物語の %n ショットはテイクごとそのまま残ります。スタジオで作ったショットは変わりません。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakesModel</name>
    <message>
        <source>Take %1</source>
        <translation>テイク %1</translation>
    </message>
    <message>
        <source>Take %1, seed %2, %3 of 5 stars%4</source>
        <translation>テイク %1、シード %2、星 %3/5%4</translation>
    </message>
    <message>
        <source>, chosen</source>
        <translation>、選択中</translation>
    </message>
    <message>
        <source>Take %1 · seed %2 · %3 steps · made in %4</source>
        <translation>テイク %1 · シード %2 · %3 ステップ · 所要 %4</translation>
    </message>
</context>
<context>
    <name>TakesPanel</name>
    <message>
        <source>Text</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Negative text</source>
        <translation>ネガティブ文</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>ガイダンス</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>フレーム</translation>
    </message>
    <message>
        <source>Continues take</source>
        <translation>続けるテイク</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>作成デバイス</translation>
    </message>
    <message>
        <source>Takes of the shot</source>
        <translation>ショットのテイク</translation>
    </message>
    <message>
        <source>No takes yet. Render the shot to see it here; render again for another one.</source>
        <translation>テイクはまだありません。レンダリングするとここに出ます。もう一度で別のテイクが作れます。</translation>
    </message>
    <message>
        <source>Choose take</source>
        <translation>テイクを選ぶ</translation>
    </message>
    <message>
        <source>Delete take</source>
        <translation>テイクを削除</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>選ぶ</translation>
    </message>
    <message>
        <source>Show this take in the film (Enter)</source>
        <translation>このテイクを映画に使う (Enter)</translation>
    </message>
    <message>
        <source>Delete this take; undo brings it back</source>
        <translation>このテイクを削除。元に戻せます</translation>
    </message>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>星 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>New take with new seed</source>
        <translation>新しいシードで新テイク</translation>
    </message>
    <message>
        <source>Made exactly like the chosen take.</source>
        <translation>選択中のテイクと同じ作り方です。</translation>
    </message>
    <message>
        <source>Differs from the chosen take:
%1</source>
        <translation>選択中のテイクとの違い：
%1</translation>
    </message>
    <message>
        <source>Seed %1 · %2 steps · %3 frames</source>
        <translation>シード %1 · %2 ステップ · %3 フレーム</translation>
    </message>
</context>
<context>
    <name>Timecode</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>no text yet</source>
        <translation>文章なし</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>タイムライン</translation>
    </message>
    <message>
        <source>Add the first shot with Ctrl+Shift+N, or drop a story (a text file) here.</source>
        <translation>Ctrl+Shift+N で最初のショットを追加するか、物語（テキストファイル）をここにドロップしてください。</translation>
    </message>
    <message>
        <source>Continues from the last moment of shot %1. Click to change, double-click to inspect.</source>
        <translation>ショット %1 の最後の瞬間から続きます。クリックで変更、ダブルクリックで確認。</translation>
    </message>
    <message>
        <source>Cut. Click to change, double-click to inspect.</source>
        <translation>カット。クリックで変更、ダブルクリックで確認。</translation>
    </message>
    <message>
        <source>Dissolve. Click to change, double-click to inspect.</source>
        <translation>ディゾルブ。クリックで変更、ダブルクリックで確認。</translation>
    </message>
    <message>
        <source>Scene: %1. Double-click to rename.</source>
        <translation>シーン：%1。ダブルクリックで名前を変更。</translation>
    </message>
    <message>
        <source>Shot %1: %2
%3, %4 frames
%5</source>
        <translation>ショット %1：%2
%3、%4 フレーム
%5</translation>
    </message>
    <message>
        <source>Shot %1, %2, %3, %4. %5</source>
        <translation>ショット %1、%2、%3、%4。%5</translation>
    </message>
    <message numerus="yes">
        <source>Copy %n shot(s) before shot %1</source>
        <translation>
            <numerusform>%n 個をショット %1 の前にコピー</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n shot(s) before shot %1</source>
        <translation>
            <numerusform>%n 個をショット %1 の前へ移動</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n shot(s) to the end</source>
        <translation>
            <numerusform>%n 個を末尾にコピー</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n shot(s) to the end</source>
        <translation>
            <numerusform>%n 個を末尾へ移動</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 frames</source>
        <translation>%1 · %2 フレーム</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n following shot(s) become out of date</source>
        <translation>
            <numerusform>%1 · 後続の %n 個が古くなります</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Versions of the film</source>
        <translation>映画の版</translation>
    </message>
    <message>
        <source>Other versions</source>
        <translation>ほかの版</translation>
    </message>
    <message>
        <source>&amp;Open this version</source>
        <translation>この版を開く(&amp;O)</translation>
    </message>
    <message>
        <source>No other versions yet: one is kept with every save.</source>
        <translation>ほかの版はまだありません。保存のたびに 1 つ残ります。</translation>
    </message>
    <message>
        <source>Opening a version changes nothing until you save.</source>
        <translation>版を開いても、保存するまで何も変わりません。</translation>
    </message>
    <message numerus="yes">
        <source>%n shot(s)</source>
        <translation>
            <numerusform>ショット %n 個</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkerClient</name>
    <message>
        <source>The renderer stopped unexpectedly.</source>
        <translation>レンダラーが予期せず停止しました。</translation>
    </message>
    <message>
        <source>The renderer ended with code %1.</source>
        <translation>レンダラーがコード %1 で終了しました。</translation>
    </message>
    <message>
        <source>The renderer %1 could not be started: %2</source>
        <translation>レンダラー %1 を起動できませんでした：%2</translation>
    </message>
    <message>
        <source>The renderer sent a line that is too long.</source>
        <translation>レンダラーが長すぎる行を送りました。</translation>
    </message>
</context>
</TS>
