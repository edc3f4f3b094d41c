<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ActionPalette</name>
    <message>
        <source>Name of an action</source>
        <translation>操作名称</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Find action</source>
        <translation>查找操作</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>您想做什么？</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New film…</source>
        <translation>新建影片(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Import story…</source>
        <translation>导入故事(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Other &amp;versions…</source>
        <translation>其他版本(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Export film…</source>
        <translation>导出影片(&amp;E)…</translation>
    </message>
    <message>
        <source>Export &amp;frame…</source>
        <translation>导出帧(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>首选项(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Cu&amp;t shots</source>
        <translation>剪切镜头(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy shots</source>
        <translation>复制镜头(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste shots</source>
        <translation>粘贴镜头(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Delete shots</source>
        <translation>删除镜头(&amp;D)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>D&amp;eselect</source>
        <translation>取消选择(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Find action…</source>
        <translation>查找操作(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;New shot</source>
        <translation>新建镜头(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Append shot</source>
        <translation>追加镜头(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Write prompt</source>
        <translation>编写文字(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>创建副本(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Split at playhead</source>
        <translation>在播放头处拆分(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Merge selected</source>
        <translation>合并所选(&amp;M)</translation>
    </message>
    <message>
        <source>Trim &amp;head to playhead</source>
        <translation>修剪开头到播放头(&amp;H)</translation>
    </message>
    <message>
        <source>Trim &amp;tail to playhead</source>
        <translation>修剪结尾到播放头(&amp;T)</translation>
    </message>
    <message>
        <source>Sho&amp;rter</source>
        <translation>缩短(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Longer</source>
        <translation>加长(&amp;L)</translation>
    </message>
    <message>
        <source>Move &amp;earlier</source>
        <translation>前移(&amp;E)</translation>
    </message>
    <message>
        <source>Move &amp;later</source>
        <translation>后移(&amp;L)</translation>
    </message>
    <message>
        <source>Seam: &amp;continue</source>
        <translation>衔接：延续(&amp;C)</translation>
    </message>
    <message>
        <source>Seam: c&amp;ut</source>
        <translation>衔接：切(&amp;U)</translation>
    </message>
    <message>
        <source>Seam: dissol&amp;ve</source>
        <translation>衔接：叠化(&amp;V)</translation>
    </message>
    <message>
        <source>New scene from &amp;selection</source>
        <translation>由所选新建场景(&amp;S)</translation>
    </message>
    <message>
        <source>Take out of scene</source>
        <translation>移出场景</translation>
    </message>
    <message>
        <source>&amp;Pin take (keep although stale)</source>
        <translation>固定此条（过期也保留）(&amp;P)</translation>
    </message>
    <message>
        <source>End meets &amp;beginning</source>
        <translation>首尾相接(&amp;B)</translation>
    </message>
    <message>
        <source>Use frame as &amp;keyframe of next shot</source>
        <translation>将此帧作为下一镜头的关键帧(&amp;K)</translation>
    </message>
    <message>
        <source>Render &amp;this shot</source>
        <translation>渲染此镜头(&amp;T)</translation>
    </message>
    <message>
        <source>Render this shot &amp;first</source>
        <translation>优先渲染此镜头(&amp;F)</translation>
    </message>
    <message>
        <source>Render &amp;stale</source>
        <translation>渲染过期镜头(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;New take with new seed</source>
        <translation>用新种子拍一条(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Pause queue</source>
        <translation>暂停队列(&amp;P)</translation>
    </message>
    <message>
        <source>Stop &amp;after this shot</source>
        <translation>此镜头后停止(&amp;A)</translation>
    </message>
    <message>
        <source>A&amp;bort</source>
        <translation>中止(&amp;B)</translation>
    </message>
    <message>
        <source>Abort and &amp;reseed</source>
        <translation>中止并换种子(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>播放或暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Play &amp;In to Out</source>
        <translation>播放入点到出点(&amp;I)</translation>
    </message>
    <message>
        <source>Shuttle &amp;back</source>
        <translation>倒放(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Shuttle stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Shuttle &amp;forward</source>
        <translation>快进(&amp;F)</translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation>上一帧</translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation>下一帧</translation>
    </message>
    <message>
        <source>One second back</source>
        <translation>后退一秒</translation>
    </message>
    <message>
        <source>One second on</source>
        <translation>前进一秒</translation>
    </message>
    <message>
        <source>Previous seam</source>
        <translation>上一衔接</translation>
    </message>
    <message>
        <source>Next seam</source>
        <translation>下一衔接</translation>
    </message>
    <message>
        <source>Start of film</source>
        <translation>影片开头</translation>
    </message>
    <message>
        <source>End of film</source>
        <translation>影片结尾</translation>
    </message>
    <message>
        <source>Mark In</source>
        <translation>标记入点</translation>
    </message>
    <message>
        <source>Mark Out</source>
        <translation>标记出点</translation>
    </message>
    <message>
        <source>Go to In</source>
        <translation>转到入点</translation>
    </message>
    <message>
        <source>Go to Out</source>
        <translation>转到出点</translation>
    </message>
    <message>
        <source>Clear marks</source>
        <translation>清除标记</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>循环(&amp;L)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>Show whole &amp;film</source>
        <translation>显示整部影片(&amp;F)</translation>
    </message>
    <message>
        <source>S&amp;nap</source>
        <translation>吸附(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Full screen player</source>
        <translation>播放器全屏(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Safe areas</source>
        <translation>安全区(&amp;S)</translation>
    </message>
    <message>
        <source>Compare takes: &amp;wipe</source>
        <translation>比较：划像(&amp;W)</translation>
    </message>
    <message>
        <source>Compare takes: side &amp;by side</source>
        <translation>比较：并排(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Continuity at this seam</source>
        <translation>此衔接的连贯性(&amp;C)</translation>
    </message>
    <message>
        <source>Layout: &amp;Editing</source>
        <translation>布局：剪辑(&amp;E)</translation>
    </message>
    <message>
        <source>Layout: F&amp;ocus</source>
        <translation>布局：专注(&amp;O)</translation>
    </message>
    <message>
        <source>Layout: &amp;Writing</source>
        <translation>布局：写作(&amp;W)</translation>
    </message>
    <message>
        <source>Layout: &amp;Review</source>
        <translation>布局：审看(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Longtake</source>
        <translation>关于 Longtake(&amp;A)</translation>
    </message>
    <message>
        <source>Longtake</source>
        <translation>Longtake</translation>
    </message>
    <message>
        <source>As in Premiere</source>
        <translation>如 Premiere</translation>
    </message>
    <message>
        <source>As in Resolve</source>
        <translation>如 Resolve</translation>
    </message>
    <message>
        <source>As in Shotcut</source>
        <translation>如 Shotcut</translation>
    </message>
</context>
<context>
    <name>CharactersPanel</name>
    <message>
        <source>Characters</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Add character</source>
        <translation>添加角色</translation>
    </message>
    <message>
        <source>Remove character</source>
        <translation>移除角色</translation>
    </message>
    <message>
        <source>Name of the character</source>
        <translation>角色名称</translation>
    </message>
    <message>
        <source>Description of the character</source>
        <translation>角色描述</translation>
    </message>
    <message>
        <source>Write @name in a shot; the description takes its place.</source>
        <translation>在镜头中写 @名称，描述会取而代之。</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>描述(&amp;D)</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>No characters yet. Add one to use it in several shots.</source>
        <translation>还没有角色。添加一个即可在多个镜头中使用。</translation>
    </message>
    <message>
        <source>Used in no shot yet.</source>
        <translation>尚未在任何镜头中使用。</translation>
    </message>
    <message>
        <source>Used in shots: %1</source>
        <translation>用于镜头：%1</translation>
    </message>
</context>
<context>
    <name>ContentQuestion</name>
    <message>
        <source>sexual content with minors</source>
        <translation>涉及未成年人的性内容</translation>
    </message>
    <message>
        <source>sexual content</source>
        <translation>性内容</translation>
    </message>
    <message>
        <source>cruelty</source>
        <translation>残忍内容</translation>
    </message>
    <message>
        <source>self-harm</source>
        <translation>自残</translation>
    </message>
    <message>
        <source>symbols of hate</source>
        <translation>仇恨符号</translation>
    </message>
    <message>
        <source>Shot %1: %2 (%3)</source>
        <translation>镜头 %1：%2（%3）</translation>
    </message>
    <message>
        <source>Render this?</source>
        <translation>要渲染这些吗？</translation>
    </message>
    <message>
        <source>You are asked because of the safety level in Preferences → Rendering.</source>
        <translation>根据“首选项 → 渲染”中的安全级别询问。</translation>
    </message>
    <message>
        <source>&amp;Render</source>
        <translation>渲染(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Leave out</source>
        <translation>跳过(&amp;L)</translation>
    </message>
</context>
<context>
    <name>ContinuityPanel</name>
    <message>
        <source>Seams, the worst first</source>
        <translation>衔接，最差的在前</translation>
    </message>
    <message>
        <source>Measure the film to see where its colours drift and which seams can be seen.</source>
        <translation>测量影片可看到颜色在哪里漂移、哪些衔接可见。</translation>
    </message>
    <message>
        <source>&amp;Measure film</source>
        <translation>测量影片(&amp;M)</translation>
    </message>
    <message>
        <source>Measure film</source>
        <translation>测量影片</translation>
    </message>
    <message>
        <source>Measuring: %1 %</source>
        <translation>测量中：%1%</translation>
    </message>
    <message>
        <source>Every shot needs a picture first: render the missing ones.</source>
        <translation>每个镜头都需先有画面：请渲染缺失的镜头。</translation>
    </message>
    <message>
        <source>No continuing seams.</source>
        <translation>没有延续的衔接。</translation>
    </message>
    <message>
        <source>Continuing seams: ratio %1 in the middle.</source>
        <translation>延续衔接：比值中位数 %1。</translation>
    </message>
    <message>
        <source>%1 Colour drift %2, sharpness ×%3, flicker %4.</source>
        <translation>%1 颜色漂移 %2，锐度 ×%3，闪烁 %4。</translation>
    </message>
</context>
<context>
    <name>DriftCurves</name>
    <message>
        <source>Drift along the film</source>
        <translation>沿影片的漂移</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>饱和度</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>锐度</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Master</source>
        <translation>母版</translation>
    </message>
    <message>
        <source>as rendered, unchanged shots are copied</source>
        <translation>保持渲染质量，未改动的镜头直接复制</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>plays everywhere, good quality</source>
        <translation>随处可播，画质良好</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>小文件</translation>
    </message>
    <message>
        <source>for messages and drafts</source>
        <translation>用于消息和草稿</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>What to export</source>
        <translation>导出内容</translation>
    </message>
    <message>
        <source>Size of the picture</source>
        <translation>画面尺寸</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Export film</source>
        <translation>导出影片</translation>
    </message>
    <message>
        <source>Whole film</source>
        <translation>整部影片</translation>
    </message>
    <message>
        <source>From In to Out</source>
        <translation>从入点到出点</translation>
    </message>
    <message>
        <source>Each shot as a file</source>
        <translation>每个镜头一个文件</translation>
    </message>
    <message>
        <source>As the film (%1)</source>
        <translation>与影片相同 (%1)</translation>
    </message>
    <message>
        <source>Constant rate factor: lower is better and larger; 18 looks like the original</source>
        <translation>恒定码率因子：越小越好、文件越大；18 与原片无异</translation>
    </message>
    <message>
        <source>as rendered</source>
        <translation>保持渲染</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>Choose file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>&amp;Render first, then export</source>
        <translation>先渲染再导出(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>内容(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>尺寸(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>质量(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Films (*.mp4)</source>
        <translation>影片 (*.mp4)</translation>
    </message>
    <message>
        <source>Shots without a picture: %1</source>
        <translation>没有画面的镜头：%1</translation>
    </message>
    <message>
        <source>Shots out of date: %1</source>
        <translation>过期的镜头：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n shot(s) can be rendered first</source>
        <translation>
            <numerusform>可以先渲染 %n 个镜头</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, in about %2</source>
        <translation>%1，约需 %2</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>%1 · %2 frames</source>
        <translation>%1 · %2 帧</translation>
    </message>
    <message>
        <source>The file exists and will be replaced when the new one is whole.</source>
        <translation>文件已存在，新文件完整后将替换它。</translation>
    </message>
</context>
<context>
    <name>FilmEditor</name>
    <message numerus="yes">
        <source>%n shot(s)</source>
        <translation>
            <numerusform>%n 个镜头</numerusform>
        </translation>
    </message>
    <message>
        <source>shot %1</source>
        <translation>镜头 %1</translation>
    </message>
    <message>
        <source>add shot %1</source>
        <translation>添加镜头 %1</translation>
    </message>
    <message>
        <source>delete %1</source>
        <translation>删除%1</translation>
    </message>
    <message numerus="yes">
        <source>insert %n shot(s)</source>
        <translation>
            <numerusform>插入 %n 个镜头</numerusform>
        </translation>
    </message>
    <message>
        <source>move %1</source>
        <translation>移动%1</translation>
    </message>
    <message>
        <source>split shot %1</source>
        <translation>拆分镜头 %1</translation>
    </message>
    <message>
        <source>merge %1</source>
        <translation>合并%1</translation>
    </message>
    <message>
        <source>change length of %1</source>
        <translation>更改%1的长度</translation>
    </message>
    <message>
        <source>new scene</source>
        <translation>新建场景</translation>
    </message>
    <message>
        <source>rename scene</source>
        <translation>重命名场景</translation>
    </message>
    <message>
        <source>describe scene</source>
        <translation>描述场景</translation>
    </message>
    <message>
        <source>change character %1</source>
        <translation>更改角色 %1</translation>
    </message>
    <message>
        <source>remove character %1</source>
        <translation>移除角色 %1</translation>
    </message>
    <message>
        <source>choose take of %1</source>
        <translation>选择%1的条</translation>
    </message>
    <message>
        <source>rate take</source>
        <translation>评价此条</translation>
    </message>
    <message>
        <source>delete take</source>
        <translation>删除此条</translation>
    </message>
</context>
<context>
    <name>FilmPanel</name>
    <message>
        <source>Title of the film</source>
        <translation>影片标题</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>宽度（像素）</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>高度（像素）</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>每秒帧数</translation>
    </message>
    <message>
        <source>Seed of the film</source>
        <translation>影片种子</translation>
    </message>
    <message>
        <source>Added to the text of every shot: light, lens, materials, mood</source>
        <translation>加入每个镜头的文字：光线、镜头、材质、氛围</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>风格</translation>
    </message>
    <message>
        <source>What should not be seen in any shot</source>
        <translation>任何镜头中都不应出现的内容</translation>
    </message>
    <message>
        <source>Negative text of the film</source>
        <translation>影片负面文字</translation>
    </message>
    <message>
        <source>Sampling steps of the film</source>
        <translation>影片采样步数</translation>
    </message>
    <message>
        <source>as the model</source>
        <translation>同模型</translation>
    </message>
    <message>
        <source>Guidance of the film</source>
        <translation>影片引导强度</translation>
    </message>
    <message>
        <source>Drift help</source>
        <translation>漂移校正</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Pulls colours of a long chain back towards its beginning</source>
        <translation>将长链的颜色拉回开头</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>标题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Look of the film</source>
        <translation>影片风格(&amp;L)</translation>
    </message>
    <message>
        <source>Ne&amp;gative text</source>
        <translation>负面文字(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>宽(&amp;W)</translation>
    </message>
    <message>
        <source>He&amp;ight</source>
        <translation>高(&amp;I)</translation>
    </message>
    <message>
        <source>Fr&amp;ames per second</source>
        <translation>每秒帧数(&amp;A)</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>种子(&amp;D)</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>G&amp;uidance</source>
        <translation>引导(&amp;U)</translation>
    </message>
    <message>
        <source>change title</source>
        <translation>更改标题</translation>
    </message>
    <message>
        <source>change look</source>
        <translation>更改风格</translation>
    </message>
    <message>
        <source>edit negative text</source>
        <translation>编辑负面文字</translation>
    </message>
    <message>
        <source>change model</source>
        <translation>更改模型</translation>
    </message>
    <message>
        <source>change size</source>
        <translation>更改尺寸</translation>
    </message>
    <message>
        <source>change frame rate</source>
        <translation>更改帧率</translation>
    </message>
    <message>
        <source>change seed of the film</source>
        <translation>更改影片种子</translation>
    </message>
    <message>
        <source>change steps</source>
        <translation>更改步数</translation>
    </message>
    <message>
        <source>change guidance</source>
        <translation>更改引导</translation>
    </message>
    <message>
        <source>change drift help</source>
        <translation>更改漂移校正</translation>
    </message>
</context>
<context>
    <name>FilmSession</name>
    <message>
        <source>A take was damaged and set aside: %1</source>
        <translation>一条已损坏并被移开：%1</translation>
    </message>
</context>
<context>
    <name>HintBar</name>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一条(&amp;N)</translation>
    </message>
    <message>
        <source>Next hint</source>
        <translation>下一条提示</translation>
    </message>
    <message>
        <source>No more hints</source>
        <translation>不再提示</translation>
    </message>
    <message>
        <source>This film is an example. It is being made right now: %1 plays what is there.</source>
        <translation>这是一部示例影片，正在生成。按 %1 播放已完成的部分。</translation>
    </message>
    <message>
        <source>Click a shot below and change its text. %1 renders what has changed, and only that.</source>
        <translation>点击下方的镜头并修改文字。按 %1 只渲染改动过的部分。</translation>
    </message>
    <message>
        <source>The sign between two shots says how they join: click it. %1 makes an MP4 of the film.</source>
        <translation>两个镜头之间的标记表示衔接方式，可点击修改。按 %1 导出 MP4。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>完成(&amp;D)</translation>
    </message>
</context>
<context>
    <name>Lock</name>
    <message>
        <source>Film is open already</source>
        <translation>影片已被打开</translation>
    </message>
    <message>
        <source>“%1” is open in another window or on another machine.</source>
        <translation>“%1”已在另一个窗口或另一台计算机上打开。</translation>
    </message>
    <message>
        <source>Opened by %1 on %2, %3</source>
        <translation>由 %1 在 %2 上打开，%3</translation>
    </message>
    <message>
        <source>Take it over only when nobody works there: two sessions would overwrite each other.</source>
        <translation>仅在无人使用时接管：两个会话会互相覆盖。</translation>
    </message>
    <message>
        <source>Open for &amp;reading</source>
        <translation>以只读方式打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Take over</source>
        <translation>接管(&amp;T)</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Notice</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Film as opened</source>
        <translation>打开时的影片</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>条</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Shot</source>
        <translation>镜头</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>漂移</translation>
    </message>
    <message>
        <source>Shots</source>
        <translation>镜头列表</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Shot</source>
        <translation>镜头(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Render</source>
        <translation>渲染(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>播放(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开的影片(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>面板(&amp;P)</translation>
    </message>
    <message>
        <source>Main bar</source>
        <translation>主工具栏</translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>显示队列</translation>
    </message>
    <message>
        <source>Model and device</source>
        <translation>模型与设备</translation>
    </message>
    <message>
        <source>Shot being rendered</source>
        <translation>正在渲染的镜头</translation>
    </message>
    <message>
        <source>Stop export</source>
        <translation>停止导出</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %2 · %n thread(s) · %3</source>
        <translation>
            <numerusform>%1 · %2 · %n 线程 · %3</numerusform>
        </translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>preparing…</source>
        <translation>准备中…</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) failed; the queue says why.</source>
        <translation>
            <numerusform>%n 个任务失败，原因见队列。</numerusform>
        </translation>
    </message>
    <message>
        <source>Queue finished</source>
        <translation>队列已完成</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) done</source>
        <translation>
            <numerusform>%n 个任务已完成</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>撤销：%1(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>重做：%1(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>&amp;Render stale (%1)</source>
        <translation>渲染过期镜头 (%1)(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Render stale</source>
        <translation>渲染过期镜头(&amp;R)</translation>
    </message>
    <message>
        <source>%1 (read only)</source>
        <translation>%1（只读）</translation>
    </message>
    <message>
        <source>Has unsaved changes</source>
        <translation>有未保存的更改</translation>
    </message>
    <message numerus="yes">
        <source>%n shot(s) · %1 · %2×%3 · %4 fps</source>
        <translation>
            <numerusform>%n 个镜头 · %1 · %2×%3 · %4 fps</numerusform>
        </translation>
    </message>
    <message>
        <source>shot %1: step %2 of %3 · %4 s a step · %5 left</source>
        <translation>镜头 %1：第 %2/%3 步 · 每步 %4 秒 · 剩余 %5</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Queue %1 · %2</source>
        <translation>队列 %1 · %2</translation>
    </message>
    <message>
        <source>Queue %1</source>
        <translation>队列 %1</translation>
    </message>
    <message>
        <source>change seam</source>
        <translation>更改衔接</translation>
    </message>
    <message>
        <source>take out of scene</source>
        <translation>移出场景</translation>
    </message>
    <message>
        <source>pin take</source>
        <translation>固定此条</translation>
    </message>
    <message>
        <source>unpin take</source>
        <translation>取消固定</translation>
    </message>
    <message>
        <source>end meets beginning</source>
        <translation>首尾相接</translation>
    </message>
    <message>
        <source>Keyframe picture</source>
        <translation>关键帧图片</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.bmp)</source>
        <translation>图片 (*.png *.jpg *.jpeg *.webp *.bmp)</translation>
    </message>
    <message>
        <source>This shot has only one take.</source>
        <translation>此镜头只有一条。</translation>
    </message>
    <message>
        <source>Make another one with %1.</source>
        <translation>用%1再拍一条。</translation>
    </message>
    <message>
        <source>Chosen take</source>
        <translation>已选的条</translation>
    </message>
    <message>
        <source>Take %1</source>
        <translation>第 %1 条</translation>
    </message>
    <message>
        <source>New scene</source>
        <translation>新建场景</translation>
    </message>
    <message>
        <source>Rename scene</source>
        <translation>重命名场景</translation>
    </message>
    <message>
        <source>Title of the scene:</source>
        <translation>场景标题：</translation>
    </message>
    <message>
        <source>Not rendered: %1</source>
        <translation>未渲染：%1</translation>
    </message>
    <message>
        <source>Change the text. What may be rendered is set in Preferences → Rendering.</source>
        <translation>请修改文字。可渲染的内容在“首选项 → 渲染”中设置。</translation>
    </message>
    <message>
        <source>Shot %1</source>
        <translation>镜头 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n shots</source>
        <translation>
            <numerusform>%n 个镜头</numerusform>
        </translation>
    </message>
    <message>
        <source>The picture could not be copied to %1.</source>
        <translation>无法将图片复制到 %1。</translation>
    </message>
    <message>
        <source>Check that the folder can be written to.</source>
        <translation>请检查该文件夹是否可写。</translation>
    </message>
    <message>
        <source>add keyframe</source>
        <translation>添加关键帧</translation>
    </message>
    <message>
        <source>There is no picture at the playhead yet.</source>
        <translation>播放头处还没有画面。</translation>
    </message>
    <message>
        <source>Render the shot first.</source>
        <translation>请先渲染该镜头。</translation>
    </message>
    <message>
        <source>Export frame</source>
        <translation>导出帧</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg)</source>
        <translation>图片 (*.png *.jpg)</translation>
    </message>
    <message>
        <source>Import story</source>
        <translation>导入故事</translation>
    </message>
    <message>
        <source>Stories (*.txt *.md *.fountain *.spmd)</source>
        <translation>故事 (*.txt *.md *.fountain *.spmd)</translation>
    </message>
    <message>
        <source>About Longtake</source>
        <translation>关于 Longtake</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Longtake %1&lt;/h3&gt;&lt;p&gt;A studio for films told in shots.&lt;/p&gt;&lt;p&gt;Open source under the Apache License 2.0. No account, no server, no telemetry.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Longtake %1&lt;/h3&gt;&lt;p&gt;以镜头讲述影片的工作室。&lt;/p&gt;&lt;p&gt;依 Apache 许可证 2.0 开源。无账号、无服务器、无遥测。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存的更改</translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>保存对“%1”的更改吗？</translation>
    </message>
    <message>
        <source>Takes that were rendered are kept either way.</source>
        <translation>已渲染的条都会保留。</translation>
    </message>
    <message>
        <source>The example could not be copied to %1.</source>
        <translation>无法将示例复制到 %1。</translation>
    </message>
    <message>
        <source>Untitled film</source>
        <translation>未命名影片</translation>
    </message>
    <message>
        <source>open other version</source>
        <translation>打开其他版本</translation>
    </message>
    <message>
        <source>An export is running already: %1</source>
        <translation>已有导出在进行：%1</translation>
    </message>
    <message>
        <source>Wait for it or stop it first.</source>
        <translation>请等待其完成或先停止。</translation>
    </message>
    <message>
        <source>Export · stop</source>
        <translation>导出中 · 停止</translation>
    </message>
    <message numerus="yes">
        <source>Export waits for %n shot(s) · stop</source>
        <translation>
            <numerusform>等 %n 个镜头渲染后导出 · 停止</numerusform>
        </translation>
    </message>
    <message>
        <source>The film was not exported: not all of its shots were rendered.</source>
        <translation>影片未导出：并非所有镜头都已渲染。</translation>
    </message>
    <message>
        <source>The queue says why.</source>
        <translation>原因见队列。</translation>
    </message>
    <message>
        <source>Export %1 % · %2 · stop</source>
        <translation>导出 %1% · %2 · 停止</translation>
    </message>
    <message>
        <source>Exported: %1</source>
        <translation>已导出：%1</translation>
    </message>
    <message>
        <source>The export was stopped; no file was left behind.</source>
        <translation>导出已停止，未留下任何文件。</translation>
    </message>
    <message>
        <source>The film is open for reading only.</source>
        <translation>影片以只读方式打开。</translation>
    </message>
    <message>
        <source>Save it under another name to change it.</source>
        <translation>要修改请另存为其他名称。</translation>
    </message>
    <message>
        <source>Open film</source>
        <translation>打开影片</translation>
    </message>
    <message>
        <source>Films (*.t2vproj)</source>
        <translation>影片 (*.t2vproj)</translation>
    </message>
    <message>
        <source>Save film</source>
        <translation>保存影片</translation>
    </message>
    <message>
        <source>The story has no shots.</source>
        <translation>故事中没有镜头。</translation>
    </message>
    <message>
        <source>The story says nothing new.</source>
        <translation>故事没有新内容。</translation>
    </message>
    <message>
        <source>import story</source>
        <translation>导入故事</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>%1/%2 (not fetched: git lfs pull)</source>
        <translation>%1/%2（未获取：git lfs pull）</translation>
    </message>
</context>
<context>
    <name>ModelsPanel</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Add model folder</source>
        <translation>添加模型文件夹</translation>
    </message>
    <message>
        <source>Forget model folder</source>
        <translation>移除模型文件夹</translation>
    </message>
    <message>
        <source>Use for this film</source>
        <translation>用于此影片</translation>
    </message>
    <message>
        <source>Check the model&apos;s files</source>
        <translation>检查模型文件</translation>
    </message>
    <message>
        <source>How far the check is</source>
        <translation>检查进度</translation>
    </message>
    <message>
        <source>Add a model folder (with model_index.json); nothing is copied</source>
        <translation>添加模型文件夹（含 model_index.json），不会复制文件</translation>
    </message>
    <message>
        <source>Forget this folder; its files stay</source>
        <translation>移除此文件夹，文件保留</translation>
    </message>
    <message>
        <source>Compares every weight file with what the model needs and with the checksums that came with it</source>
        <translation>将每个权重文件与模型所需内容及附带的校验和进行比对</translation>
    </message>
    <message>
        <source>Any diffusers model folder works where it lies. To fetch one yourself:
huggingface-cli download Wan-AI/Wan2.1-T2V-1.3B-Diffusers --local-dir FOLDER</source>
        <translation>任何 diffusers 模型文件夹均可原地使用。自行获取：
huggingface-cli download Wan-AI/Wan2.1-T2V-1.3B-Diffusers --local-dir 文件夹</translation>
    </message>
    <message>
        <source>Checked: all files are as the model needs them.</source>
        <translation>已检查：所有文件均符合模型要求。</translation>
    </message>
    <message>
        <source>The check was stopped.</source>
        <translation>检查已停止。</translation>
    </message>
    <message>
        <source>change model</source>
        <translation>更改模型</translation>
    </message>
    <message>
        <source>%1 (incomplete)</source>
        <translation>%1（不完整）</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>No model found. Add the folder of one.</source>
        <translation>未找到模型，请添加其文件夹。</translation>
    </message>
    <message>
        <source>%1 · %2 on disk</source>
        <translation>%1 · 磁盘 %2</translation>
    </message>
    <message>
        <source>Needs about %1 of memory.</source>
        <translation>约需 %1 内存。</translation>
    </message>
    <message>
        <source>Needs about %1 of memory; this machine has %2: choose a smaller one.</source>
        <translation>约需 %1 内存，本机有 %2：请选择更小的模型。</translation>
    </message>
    <message>
        <source>Needs about %1 of this machine&apos;s %2 of memory.</source>
        <translation>约需本机 %2 内存中的 %1。</translation>
    </message>
    <message>
        <source>Licence: not stated in the folder</source>
        <translation>许可证：文件夹中未注明</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>许可证：%1</translation>
    </message>
    <message numerus="yes">
        <source>Knows %n word(s)</source>
        <translation>
            <numerusform>认识 %n 个词</numerusform>
        </translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>缺少：%1</translation>
    </message>
    <message>
        <source>Made for: %1 at %2 frames per second, %3 steps, guidance %4</source>
        <translation>适用于：%1，每秒 %2 帧，%3 步，引导 %4</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>来源：%1</translation>
    </message>
    <message>
        <source>Added by name; &quot;longtake model remove %1&quot; forgets it</source>
        <translation>按名称添加；“longtake model remove %1”可将其移出列表</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Folder of a model</source>
        <translation>模型文件夹</translation>
    </message>
</context>
<context>
    <name>NewFilmDialog</name>
    <message>
        <source>A &amp;story: each line becomes a shot</source>
        <translation>故事：每行成为一个镜头(&amp;S)</translation>
    </message>
    <message>
        <source>From a story</source>
        <translation>从故事开始</translation>
    </message>
    <message>
        <source>A &amp;blank film</source>
        <translation>空白影片(&amp;B)</translation>
    </message>
    <message>
        <source>Blank film</source>
        <translation>空白影片</translation>
    </message>
    <message>
        <source>An &amp;example</source>
        <translation>示例(&amp;E)</translation>
    </message>
    <message>
        <source>From an example</source>
        <translation>从示例开始</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>故事</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>New film</source>
        <translation>新建影片</translation>
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
        <translation>创建影片(&amp;M)</translation>
    </message>
    <message>
        <source>What do you start from?</source>
        <translation>从什么开始？</translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message>
        <source>render version</source>
        <translation>渲染器版本</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>adapters</source>
        <translation>适配器</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>negative prompt</source>
        <translation>负面文字</translation>
    </message>
    <message>
        <source>sampler</source>
        <translation>采样器</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>guidance</source>
        <translation>引导</translation>
    </message>
    <message>
        <source>size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>frame rate</source>
        <translation>帧率</translation>
    </message>
    <message>
        <source>drift help</source>
        <translation>漂移校正</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>keyframes</source>
        <translation>关键帧</translation>
    </message>
    <message>
        <source>context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>prompt blend</source>
        <translation>文字混合</translation>
    </message>
    <message>
        <source>the prompt it blends from</source>
        <translation>混合起始的文字</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>%1 frames</source>
        <translation>%1 帧</translation>
    </message>
    <message>
        <source>%1 latents</source>
        <translation>%1 个潜变量</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1已更改</translation>
    </message>
    <message>
        <source>%1 changed from %2 to %3</source>
        <translation>%1由 %2 改为 %3</translation>
    </message>
    <message>
        <source>now continues from shot %1</source>
        <translation>现在接续镜头 %1</translation>
    </message>
    <message>
        <source>now begins a new sequence</source>
        <translation>现在开始新的序列</translation>
    </message>
    <message>
        <source>the first shot of the sequence, which drift help looks at, changed</source>
        <translation>漂移校正所参照的序列首个镜头已改变</translation>
    </message>
    <message>
        <source>shot %1, which it continues from, will be rendered again</source>
        <translation>它所接续的镜头 %1 将重新渲染</translation>
    </message>
    <message>
        <source>shot %1, which it continues from, was rendered again</source>
        <translation>它所接续的镜头 %1 已重新渲染</translation>
    </message>
    <message>
        <source>shot %1, which it continues from, was rendered again with other bits</source>
        <translation>它所接续的镜头 %1 已重新渲染，数据有所不同</translation>
    </message>
    <message>
        <source>shot %1, which it continues from, cannot be rendered</source>
        <translation>它所接续的镜头 %1 无法渲染</translation>
    </message>
    <message>
        <source>shot %1, which it continues from, is %2 and not %3</source>
        <translation>它所接续的镜头 %1 是 %2，而不是 %3</translation>
    </message>
    <message>
        <source>shot %1, which it continues from, was made with another model, whose latents this one cannot read</source>
        <translation>它所接续的镜头 %1 由另一个模型制作，此模型无法读取其潜变量</translation>
    </message>
    <message>
        <source>shot %1, which it continues from, has lost the beginning of its stream: %2</source>
        <translation>它所接续的镜头 %1 丢失了序列的开头：%2</translation>
    </message>
    <message>
        <source>not rendered yet</source>
        <translation>尚未渲染</translation>
    </message>
    <message>
        <source>its take was deleted</source>
        <translation>它的条已删除</translation>
    </message>
    <message>
        <source>its take %1 was damaged and set aside: %2</source>
        <translation>它的第 %1 条 已损坏并被隔离：%2</translation>
    </message>
    <message>
        <source>its take %1 is not there</source>
        <translation>它的第 %1 条 不存在</translation>
    </message>
    <message>
        <source>take %1 of an earlier render fits</source>
        <translation>先前渲染的第 %1 条 符合要求</translation>
    </message>
    <message>
        <source>the last attempt failed: %1</source>
        <translation>上次尝试失败：%1</translation>
    </message>
    <message>
        <source>the model %1 cannot pin an image at frame %2</source>
        <translation>模型 %1 无法在第 %2 帧固定图像</translation>
    </message>
    <message>
        <source>the model %1 cannot make a loop</source>
        <translation>模型 %1 无法制作循环</translation>
    </message>
    <message>
        <source>the model %1 needs sides that are multiples of %2, not %3</source>
        <translation>模型 %1 的边长须为 %2 的倍数，而不是 %3</translation>
    </message>
    <message>
        <source>keyframe image %1: %2</source>
        <translation>关键帧图像 %1：%2</translation>
    </message>
    <message>
        <source>the safety level refuses its text (%1)</source>
        <translation>安全级别拒绝了它的文字（%1）</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>&amp;Look</source>
        <translation>外观(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Rendering</source>
        <translation>渲染(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Storage</source>
        <translation>存储(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>语言(&amp;A)</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Fastest there is</source>
        <translation>最快的设备</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>处理器 (CPU)</translation>
    </message>
    <message>
        <source>NVIDIA or AMD graphics card</source>
        <translation>NVIDIA 或 AMD 显卡</translation>
    </message>
    <message>
        <source>Apple graphics</source>
        <translation>Apple 图形</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>as many as the machine has cores (%1)</source>
        <translation>与机器核心数相同 (%1)</translation>
    </message>
    <message>
        <source>What may be rendered</source>
        <translation>可渲染的内容</translation>
    </message>
    <message>
        <source>Open: ask about nothing</source>
        <translation>开放：不询问</translation>
    </message>
    <message>
        <source>Careful: ask before sexual content, cruelty, self-harm, symbols of hate</source>
        <translation>谨慎：遇到性内容、残忍、自残、仇恨符号时先询问</translation>
    </message>
    <message>
        <source>Strict: refuse these, for schools and families</source>
        <translation>严格：拒绝这些内容，适合学校和家庭</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>设备(&amp;D)</translation>
    </message>
    <message>
        <source>T&amp;hreads</source>
        <translation>线程(&amp;H)</translation>
    </message>
    <message>
        <source>The same film with the same number of threads on the same machine gives the same pictures, bit for bit.</source>
        <translation>同一影片在同一机器上用相同线程数，画面逐位一致。</translation>
    </message>
    <message>
        <source>&amp;What may be rendered</source>
        <translation>可渲染的内容(&amp;W)</translation>
    </message>
    <message>
        <source>Texts are looked through for words, on this machine only. Sexual content with minors is refused at every level.</source>
        <translation>仅在本机上查找文字中的词语。任何级别都拒绝涉及未成年人的性内容。</translation>
    </message>
    <message>
        <source>Keys as in</source>
        <translation>快捷键方案</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>New key for the action</source>
        <translation>该操作的新快捷键</translation>
    </message>
    <message>
        <source>&amp;No key</source>
        <translation>无快捷键(&amp;N)</translation>
    </message>
    <message>
        <source>No key for the action</source>
        <translation>该操作不设快捷键</translation>
    </message>
    <message>
        <source>New &amp;key:</source>
        <translation>新快捷键(&amp;K)：</translation>
    </message>
    <message>
        <source>Keys &amp;as in</source>
        <translation>快捷键方案(&amp;A)</translation>
    </message>
    <message>
        <source>%1 is both “%2” and “%3”: neither will work until one changes.</source>
        <translation>%1 同时是“%2”和“%3”：更改其一前都无法使用。</translation>
    </message>
    <message>
        <source>No key is used twice.</source>
        <translation>没有重复的快捷键。</translation>
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
        <translation>以时间码表示的位置，输入即可跳转</translation>
    </message>
    <message>
        <source>The first shot has no seam before it.</source>
        <translation>第一个镜头之前没有衔接。</translation>
    </message>
    <message>
        <source>Last frame of shot %1</source>
        <translation>镜头 %1 的最后一帧</translation>
    </message>
    <message>
        <source>First frame of shot %1</source>
        <translation>镜头 %1 的第一帧</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>运动</translation>
    </message>
    <message>
        <source>Motion: %1 pixels</source>
        <translation>运动：%1 像素</translation>
    </message>
    <message>
        <source>The film has no shots yet.</source>
        <translation>影片还没有镜头。</translation>
    </message>
    <message>
        <source>Shot %1 has no text yet.</source>
        <translation>镜头 %1 还没有文字。</translation>
    </message>
</context>
<context>
    <name>PreviewSurface</name>
    <message>
        <source>Picture</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>Difference ×4</source>
        <translation>差异 ×4</translation>
    </message>
</context>
<context>
    <name>ProjectDocument</name>
    <message>
        <source>Untitled film</source>
        <translation>未命名影片</translation>
    </message>
    <message>
        <source>Save it under another name to change it.</source>
        <translation>请另存后再修改。</translation>
    </message>
    <message>
        <source>No copy for recovery could be written: %1</source>
        <translation>无法写入用于恢复的副本：%1</translation>
    </message>
    <message>
        <source>%1 is open for reading only.</source>
        <translation>%1 以只读方式打开。</translation>
    </message>
    <message>
        <source>Save it under another name to keep your changes.</source>
        <translation>要保留更改请另存为其他名称。</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>How many takes the job makes</source>
        <translation>任务生成的条数</translation>
    </message>
    <message>
        <source>Move job up</source>
        <translation>上移任务</translation>
    </message>
    <message>
        <source>Move job down</source>
        <translation>下移任务</translation>
    </message>
    <message>
        <source>Try job again</source>
        <translation>重试任务</translation>
    </message>
    <message>
        <source>Remove job</source>
        <translation>移除任务</translation>
    </message>
    <message>
        <source>Nothing to do. Press Render, and go on writing while it works.</source>
        <translation>无事可做。点击渲染，然后边写边等。</translation>
    </message>
    <message>
        <source>All jobs are over.</source>
        <translation>所有任务均已结束。</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) · %1 left · done at about %2</source>
        <translation>
            <numerusform>%n 个任务 · 剩余 %1 · 约 %2 完成</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n 个任务</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecentFilms</name>
    <message>
        <source>No film opened yet</source>
        <translation>尚未打开过影片</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>清空此列表(&amp;C)</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Recover film</source>
        <translation>恢复影片</translation>
    </message>
    <message>
        <source>“%1” has edits of %2 that were not saved when the program ended.</source>
        <translation>“%1”有 %2 的更改在程序结束时尚未保存。</translation>
    </message>
    <message>
        <source>The saved film was changed since by somebody else: look at both before you save.</source>
        <translation>已保存的影片此后被他人修改：保存前请查看两者。</translation>
    </message>
    <message>
        <source>Nothing is lost either way until you save.</source>
        <translation>保存之前两种选择都不会丢失任何内容。</translation>
    </message>
    <message>
        <source>&amp;Recover</source>
        <translation>恢复(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Open saved film</source>
        <translation>打开已保存影片(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>稍后(&amp;L)</translation>
    </message>
</context>
<context>
    <name>RenderQueue</name>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Rendering stops until the program is started again. The film and all takes are safe.</source>
        <translation>重新启动程序前不再渲染。影片和所有条均安全。</translation>
    </message>
    <message>
        <source>Another one is being started and goes on where this one stopped.</source>
        <translation>正在启动另一个，并从中断处继续。</translation>
    </message>
    <message>
        <source>%1 × %2 takes</source>
        <translation>%1 × %2 条</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
</context>
<context>
    <name>Seam</name>
    <message>
        <source>Continue</source>
        <translation>延续</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>切</translation>
    </message>
    <message>
        <source>Dissolve</source>
        <translation>叠化</translation>
    </message>
</context>
<context>
    <name>SeamModel</name>
    <message>
        <source>%1 visible</source>
        <translation>%1 可见</translation>
    </message>
    <message>
        <source>First frame behind the seam</source>
        <translation>衔接后的第一帧</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Seam</source>
        <translation>衔接</translation>
    </message>
    <message>
        <source>Change across the seam against the change around it; 1 is as smooth as the shot itself</source>
        <translation>衔接处变化与周围变化之比，1 表示与镜头本身一样平滑</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>比值</translation>
    </message>
    <message>
        <source>The same for what motion does not explain</source>
        <translation>对运动无法解释的部分的同一比值</translation>
    </message>
    <message>
        <source>Residual</source>
        <translation>残差</translation>
    </message>
    <message>
        <source>Jump of the mean colour (CIE Lab)</source>
        <translation>平均颜色跳变（CIE Lab）</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
</context>
<context>
    <name>ShotInspector</name>
    <message>
        <source>edit text</source>
        <translation>编辑文字</translation>
    </message>
    <message>
        <source>edit negative text</source>
        <translation>编辑负面文字</translation>
    </message>
    <message>
        <source>edit narration</source>
        <translation>编辑旁白</translation>
    </message>
    <message>
        <source>edit notes</source>
        <translation>编辑备注</translation>
    </message>
    <message>
        <source>change length</source>
        <translation>更改长度</translation>
    </message>
    <message>
        <source>change seam</source>
        <translation>更改衔接</translation>
    </message>
    <message>
        <source>change dissolve</source>
        <translation>更改叠化</translation>
    </message>
    <message>
        <source>change blend</source>
        <translation>更改混合</translation>
    </message>
    <message>
        <source>change context</source>
        <translation>更改上下文</translation>
    </message>
    <message>
        <source>change seed</source>
        <translation>更改种子</translation>
    </message>
    <message>
        <source>new seed</source>
        <translation>新种子</translation>
    </message>
    <message>
        <source>lock seed</source>
        <translation>锁定种子</translation>
    </message>
    <message>
        <source>unlock seed</source>
        <translation>解锁种子</translation>
    </message>
    <message>
        <source>change camera</source>
        <translation>更改镜头运动</translation>
    </message>
    <message>
        <source>change steps</source>
        <translation>更改步数</translation>
    </message>
    <message>
        <source>change guidance</source>
        <translation>更改引导</translation>
    </message>
    <message>
        <source>end meets beginning</source>
        <translation>首尾相接</translation>
    </message>
    <message>
        <source>pin take</source>
        <translation>固定此条</translation>
    </message>
    <message>
        <source>unpin take</source>
        <translation>取消固定</translation>
    </message>
    <message>
        <source>remove keyframe</source>
        <translation>移除关键帧</translation>
    </message>
    <message>
        <source>Shot %1</source>
        <translation>镜头 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n shots</source>
        <translation>
            <numerusform>%n 个镜头</numerusform>
        </translation>
    </message>
    <message>
        <source>What happens in this shot? @ names a character.</source>
        <translation>此镜头中发生什么？@ 可引用角色。</translation>
    </message>
    <message>
        <source>Several texts. Typing replaces all of them.</source>
        <translation>多段文字。输入将全部替换。</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n 个词</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) this model was not taught</source>
        <translation>
            <numerusform>%n 个词此模型未学过</numerusform>
        </translation>
    </message>
    <message>
        <source>%1
Without: %2</source>
        <translation>%1
排除：%2</translation>
    </message>
    <message>
        <source>The tokens could not be counted: %1</source>
        <translation>无法统计词元：%1</translation>
    </message>
    <message>
        <source>Without: %L1 of %L2 tokens. The model does not read the end: “%3”</source>
        <translation>排除：%L1 / %L2 词元。模型不会读取末尾：“%3”</translation>
    </message>
    <message>
        <source>%L1 of %L2 tokens. The model does not read the end: “%3”</source>
        <translation>%L1 / %L2 词元。模型不会读取末尾：“%3”</translation>
    </message>
    <message>
        <source>%L1 of %L2 tokens</source>
        <translation>%L1 / %L2 词元</translation>
    </message>
    <message>
        <source>The pieces a text is cut into for the model</source>
        <translation>文字为模型切分成的片段</translation>
    </message>
    <message>
        <source>%1 frames will be made</source>
        <translation>将生成 %1 帧</translation>
    </message>
    <message>
        <source>%1 frames will be made: the nearest the model can</source>
        <translation>将生成 %1 帧：模型可生成的最接近数量</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Text blend</source>
        <translation>文字混合</translation>
    </message>
    <message>
        <source>first</source>
        <translation>首帧</translation>
    </message>
    <message>
        <source>last</source>
        <translation>末帧</translation>
    </message>
    <message>
        <source>at %1 s</source>
        <translation>%1 秒处</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>as the text says</source>
        <translation>按文字</translation>
    </message>
    <message>
        <source>Select a shot on the timeline to write its text.</source>
        <translation>在时间线上选择镜头以编写文字。</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>Text of the shot</source>
        <translation>镜头文字</translation>
    </message>
    <message>
        <source>Exact text the shot is made with</source>
        <translation>生成镜头所用的确切文字</translation>
    </message>
    <message>
        <source>Tokens of the text</source>
        <translation>文字的词元</translation>
    </message>
    <message>
        <source>Made with exactly this text:</source>
        <translation>将完全按此文字生成：</translation>
    </message>
    <message>
        <source>Length in seconds</source>
        <translation>长度（秒）</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Length in frames</source>
        <translation>长度（帧）</translation>
    </message>
    <message>
        <source>Seam to the shot before</source>
        <translation>与前一镜头的衔接</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>延续</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>切</translation>
    </message>
    <message>
        <source>Dissolve</source>
        <translation>叠化</translation>
    </message>
    <message>
        <source>Length of the dissolve</source>
        <translation>叠化长度</translation>
    </message>
    <message>
        <source>How long the text blends over</source>
        <translation>文字混合的时长</translation>
    </message>
    <message>
        <source>How many steps of the picture stream the text takes to change from the shot before to this one; 0: at once</source>
        <translation>文字从前一镜头过渡到此镜头所用的画面流步数；0：立即</translation>
    </message>
    <message>
        <source>&amp;Length</source>
        <translation>长度(&amp;L)</translation>
    </message>
    <message>
        <source>Fr&amp;ames</source>
        <translation>帧(&amp;A)</translation>
    </message>
    <message>
        <source>Sea&amp;m</source>
        <translation>衔接(&amp;M)</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>from the film</source>
        <translation>来自影片</translation>
    </message>
    <message>
        <source>Lock seed</source>
        <translation>锁定种子</translation>
    </message>
    <message>
        <source>Locked: this shot keeps its own seed</source>
        <translation>已锁定：此镜头保留自己的种子</translation>
    </message>
    <message>
        <source>New seed</source>
        <translation>新种子</translation>
    </message>
    <message>
        <source>Roll a new seed</source>
        <translation>掷出新种子</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄影机</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>种子(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Camera</source>
        <translation>摄影机(&amp;C)</translation>
    </message>
    <message>
        <source>Keyframes: drop pictures here</source>
        <translation>关键帧：将图片拖到此处</translation>
    </message>
    <message>
        <source>Add keyframe picture</source>
        <translation>添加关键帧图片</translation>
    </message>
    <message>
        <source>Remove keyframe</source>
        <translation>移除关键帧</translation>
    </message>
    <message>
        <source>Keyframes</source>
        <translation>关键帧</translation>
    </message>
    <message>
        <source>What a voice says over this shot</source>
        <translation>此镜头上的画外音</translation>
    </message>
    <message>
        <source>Narration</source>
        <translation>旁白</translation>
    </message>
    <message>
        <source>&amp;Narration</source>
        <translation>旁白(&amp;N)</translation>
    </message>
    <message>
        <source>For you alone; never part of the picture</source>
        <translation>仅供自己，绝不会进入画面</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>N&amp;otes</source>
        <translation>备注(&amp;O)</translation>
    </message>
    <message>
        <source>What should not be seen</source>
        <translation>不应出现的内容</translation>
    </message>
    <message>
        <source>Negative text</source>
        <translation>负面文字</translation>
    </message>
    <message>
        <source>Sampling steps</source>
        <translation>采样步数</translation>
    </message>
    <message>
        <source>as the film</source>
        <translation>同影片</translation>
    </message>
    <message>
        <source>How often the picture is refined; more takes longer</source>
        <translation>画面细化次数，越多越慢</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>引导</translation>
    </message>
    <message>
        <source>How strictly the picture follows the text (CFG scale)</source>
        <translation>画面遵循文字的严格程度（CFG）</translation>
    </message>
    <message>
        <source>Context latents</source>
        <translation>上下文潜变量</translation>
    </message>
    <message>
        <source>as the model</source>
        <translation>同模型</translation>
    </message>
    <message>
        <source>How many of the last latents of the shot before this one are seen when continuing</source>
        <translation>延续时可见的前一镜头末尾潜变量数</translation>
    </message>
    <message>
        <source>End meets beginning</source>
        <translation>首尾相接</translation>
    </message>
    <message>
        <source>Pin: keep the take although out of date</source>
        <translation>固定：过期也保留此条</translation>
    </message>
    <message>
        <source>Pin take</source>
        <translation>固定此条</translation>
    </message>
    <message>
        <source>Ne&amp;gative text</source>
        <translation>负面文字(&amp;G)</translation>
    </message>
    <message>
        <source>S&amp;teps</source>
        <translation>步数(&amp;T)</translation>
    </message>
    <message>
        <source>G&amp;uidance</source>
        <translation>引导(&amp;U)</translation>
    </message>
    <message>
        <source>Conte&amp;xt</source>
        <translation>上下文(&amp;X)</translation>
    </message>
</context>
<context>
    <name>ShotListModel</name>
    <message>
        <source>Shot %1, %2, %3, %4. %5</source>
        <translation>镜头 %1，%2，%3，%4。%5</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Seam</source>
        <translation>衔接</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>edit text</source>
        <translation>编辑文字</translation>
    </message>
    <message>
        <source>change seam</source>
        <translation>更改衔接</translation>
    </message>
</context>
<context>
    <name>ShotListView</name>
    <message>
        <source>Shots</source>
        <translation>镜头列表</translation>
    </message>
</context>
<context>
    <name>ShotStates</name>
    <message>
        <source>not rendered yet</source>
        <translation>尚未渲染</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>out of date</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>rendering, %1 %</source>
        <translation>渲染中 %1%</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>%1, pinned</source>
        <translation>%1，已固定</translation>
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
        <translation>每步秒数</translation>
    </message>
    <message>
        <source>last step %1 s</source>
        <translation>最近一步 %1 秒</translation>
    </message>
    <message>
        <source>%1 s a step</source>
        <translation>每步 %1 秒</translation>
    </message>
</context>
<context>
    <name>StoragePage</name>
    <message>
        <source>Most space for the takes of a film</source>
        <translation>每部影片的镜头条最大空间</translation>
    </message>
    <message>
        <source>&amp;Free space now</source>
        <translation>立即释放空间(&amp;F)</translation>
    </message>
    <message>
        <source>Remove takes that nothing needs</source>
        <translation>删除不再需要的条</translation>
    </message>
    <message>
        <source>Folder of the cache</source>
        <translation>缓存文件夹</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>Removes deleted takes and, above the limit, the oldest. Takes that are shown, rated or continued from stay.</source>
        <translation>删除已弃用的条，超出上限时删除最旧的。正在使用、已评分或有后续的条会保留。</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>Choose folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Keep at most of a film&apos;s &amp;takes</source>
        <translation>每部影片最多保留的条(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Cache: what the program measured on this machine</source>
        <translation>缓存：程序在本机的测量结果(&amp;C)</translation>
    </message>
    <message>
        <source>May be deleted at any time; it is made again. Another folder is used from the next start on.</source>
        <translation>可随时删除，会自动重建。更换的文件夹下次启动生效。</translation>
    </message>
    <message>
        <source>%1 freed. %2</source>
        <translation>已释放 %1。%2</translation>
    </message>
    <message numerus="yes">
        <source>This film has %n take(s), %1.</source>
        <translation>
            <numerusform>本片有 %n 条，%1。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StoryChangesDialog</name>
    <message>
        <source>changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>%1 — also changed here: the story wins</source>
        <translation>%1 — 此处也有改动：以故事为准</translation>
    </message>
    <message>
        <source>Shot %1 %2: %3</source>
        <translation>镜头 %1 %2：%3</translation>
    </message>
    <message>
        <source>Import story</source>
        <translation>导入故事</translation>
    </message>
    <message>
        <source>What the story changes</source>
        <translation>故事带来的更改</translation>
    </message>
    <message>
        <source>Shot</source>
        <translation>镜头</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Bring in %n change(s)</source>
        <translation>
            <numerusform>应用 %n 处更改(&amp;B)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shot(s) of the story stay as they are, with their takes. Shots made in the studio are not touched.</source>
        <translation>
            <numerusform>故事中的 %n 个镜头及其条保持不变。在工作室中新建的镜头不受影响。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakesModel</name>
    <message>
        <source>Take %1</source>
        <translation>第 %1 条</translation>
    </message>
    <message>
        <source>Take %1, seed %2, %3 of 5 stars%4</source>
        <translation>第 %1 条，种子 %2，%3/5 星%4</translation>
    </message>
    <message>
        <source>, chosen</source>
        <translation>，已选</translation>
    </message>
    <message>
        <source>Take %1 · seed %2 · %3 steps · made in %4</source>
        <translation>第 %1 条 · 种子 %2 · %3 步 · 用时 %4</translation>
    </message>
</context>
<context>
    <name>TakesPanel</name>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Negative text</source>
        <translation>负面文字</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>引导</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>Continues take</source>
        <translation>延续的条</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>生成设备</translation>
    </message>
    <message>
        <source>Takes of the shot</source>
        <translation>镜头的各条</translation>
    </message>
    <message>
        <source>No takes yet. Render the shot to see it here; render again for another one.</source>
        <translation>还没有条。渲染镜头即可在此看到，再次渲染可再得一条。</translation>
    </message>
    <message>
        <source>Choose take</source>
        <translation>选择此条</translation>
    </message>
    <message>
        <source>Delete take</source>
        <translation>删除此条</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Show this take in the film (Enter)</source>
        <translation>在影片中使用此条 (Enter)</translation>
    </message>
    <message>
        <source>Delete this take; undo brings it back</source>
        <translation>删除此条，可撤销</translation>
    </message>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n 星</numerusform>
        </translation>
    </message>
    <message>
        <source>New take with new seed</source>
        <translation>用新种子再拍一条</translation>
    </message>
    <message>
        <source>Made exactly like the chosen take.</source>
        <translation>与已选的条完全相同。</translation>
    </message>
    <message>
        <source>Differs from the chosen take:
%1</source>
        <translation>与已选的条的差异：
%1</translation>
    </message>
    <message>
        <source>Seed %1 · %2 steps · %3 frames</source>
        <translation>种子 %1 · %2 步 · %3 帧</translation>
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
        <translation>还没有文字</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Add the first shot with Ctrl+Shift+N, or drop a story (a text file) here.</source>
        <translation>按 Ctrl+Shift+N 添加第一个镜头，或将故事（文本文件）拖到此处。</translation>
    </message>
    <message>
        <source>Continues from the last moment of shot %1. Click to change, double-click to inspect.</source>
        <translation>从镜头 %1 的最后一刻延续。单击更改，双击查看。</translation>
    </message>
    <message>
        <source>Cut. Click to change, double-click to inspect.</source>
        <translation>切。单击更改，双击查看。</translation>
    </message>
    <message>
        <source>Dissolve. Click to change, double-click to inspect.</source>
        <translation>叠化。单击更改，双击查看。</translation>
    </message>
    <message>
        <source>Scene: %1. Double-click to rename.</source>
        <translation>场景：%1。双击重命名。</translation>
    </message>
    <message>
        <source>Shot %1: %2
%3, %4 frames
%5</source>
        <translation>镜头 %1：%2
%3，%4 帧
%5</translation>
    </message>
    <message>
        <source>Shot %1, %2, %3, %4. %5</source>
        <translation>镜头 %1，%2，%3，%4。%5</translation>
    </message>
    <message numerus="yes">
        <source>Copy %n shot(s) before shot %1</source>
        <translation>
            <numerusform>将 %n 个镜头复制到镜头 %1 之前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n shot(s) before shot %1</source>
        <translation>
            <numerusform>将 %n 个镜头移到镜头 %1 之前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n shot(s) to the end</source>
        <translation>
            <numerusform>将 %n 个镜头复制到末尾</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n shot(s) to the end</source>
        <translation>
            <numerusform>将 %n 个镜头移到末尾</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 frames</source>
        <translation>%1 · %2 帧</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n following shot(s) become out of date</source>
        <translation>
            <numerusform>%1 · 后续 %n 个镜头将过期</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Versions of the film</source>
        <translation>影片的版本</translation>
    </message>
    <message>
        <source>Other versions</source>
        <translation>其他版本</translation>
    </message>
    <message>
        <source>&amp;Open this version</source>
        <translation>打开此版本(&amp;O)</translation>
    </message>
    <message>
        <source>No other versions yet: one is kept with every save.</source>
        <translation>还没有其他版本：每次保存都会保留一个。</translation>
    </message>
    <message>
        <source>Opening a version changes nothing until you save.</source>
        <translation>打开版本在保存之前不会改变任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n shot(s)</source>
        <translation>
            <numerusform>%n 个镜头</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkerClient</name>
    <message>
        <source>The renderer stopped unexpectedly.</source>
        <translation>渲染程序意外停止。</translation>
    </message>
    <message>
        <source>The renderer ended with code %1.</source>
        <translation>渲染程序以代码 %1 结束。</translation>
    </message>
    <message>
        <source>The renderer %1 could not be started: %2</source>
        <translation>无法启动渲染程序 %1：%2</translation>
    </message>
    <message>
        <source>The renderer sent a line that is too long.</source>
        <translation>渲染程序发送了过长的一行。</translation>
    </message>
</context>
</TS>
