<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>ActionPalette</name>
    <message>
        <source>Name of an action</source>
        <translation>Name einer Aktion</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Find action</source>
        <translation>Aktion suchen</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New film…</source>
        <translation>&amp;Neuer Film …</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>&amp;Import story…</source>
        <translation>Geschichte &amp;importieren …</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter …</translation>
    </message>
    <message>
        <source>Other &amp;versions…</source>
        <translation>Andere &amp;Fassungen …</translation>
    </message>
    <message>
        <source>&amp;Export film…</source>
        <translation>Film &amp;exportieren …</translation>
    </message>
    <message>
        <source>Export &amp;frame…</source>
        <translation>&amp;Bild exportieren …</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Cu&amp;t shots</source>
        <translation>Shots aus&amp;schneiden</translation>
    </message>
    <message>
        <source>&amp;Copy shots</source>
        <translation>Shots &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste shots</source>
        <translation>Shots &amp;einfügen</translation>
    </message>
    <message>
        <source>&amp;Delete shots</source>
        <translation>Shots &amp;löschen</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>D&amp;eselect</source>
        <translation>Auswahl auf&amp;heben</translation>
    </message>
    <message>
        <source>&amp;Find action…</source>
        <translation>Aktion &amp;suchen …</translation>
    </message>
    <message>
        <source>&amp;New shot</source>
        <translation>&amp;Neuer Shot</translation>
    </message>
    <message>
        <source>&amp;Append shot</source>
        <translation>Shot &amp;anhängen</translation>
    </message>
    <message>
        <source>&amp;Write prompt</source>
        <translation>&amp;Text schreiben</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>&amp;Split at playhead</source>
        <translation>Am Abspielkopf &amp;teilen</translation>
    </message>
    <message>
        <source>&amp;Merge selected</source>
        <translation>Auswahl &amp;zusammenfügen</translation>
    </message>
    <message>
        <source>Trim &amp;head to playhead</source>
        <translation>&amp;Anfang bis Abspielkopf kürzen</translation>
    </message>
    <message>
        <source>Trim &amp;tail to playhead</source>
        <translation>&amp;Ende bis Abspielkopf kürzen</translation>
    </message>
    <message>
        <source>Sho&amp;rter</source>
        <translation>Kür&amp;zer</translation>
    </message>
    <message>
        <source>&amp;Longer</source>
        <translation>&amp;Länger</translation>
    </message>
    <message>
        <source>Move &amp;earlier</source>
        <translation>&amp;Früher</translation>
    </message>
    <message>
        <source>Move &amp;later</source>
        <translation>&amp;Später</translation>
    </message>
    <message>
        <source>Seam: &amp;continue</source>
        <translation>Naht: &amp;fortsetzen</translation>
    </message>
    <message>
        <source>Seam: c&amp;ut</source>
        <translation>Naht: S&amp;chnitt</translation>
    </message>
    <message>
        <source>Seam: dissol&amp;ve</source>
        <translation>Naht: &amp;Überblendung</translation>
    </message>
    <message>
        <source>New scene from &amp;selection</source>
        <translation>Neue Szene aus Auswahl</translation>
    </message>
    <message>
        <source>Take out of scene</source>
        <translation>Aus Szene herausnehmen</translation>
    </message>
    <message>
        <source>&amp;Pin take (keep although stale)</source>
        <translation>Take an&amp;heften (behalten, auch wenn veraltet)</translation>
    </message>
    <message>
        <source>End meets &amp;beginning</source>
        <translation>Ende trifft Anfang</translation>
    </message>
    <message>
        <source>Use frame as &amp;keyframe of next shot</source>
        <translation>Bild als &amp;Keyframe des nächsten Shots</translation>
    </message>
    <message>
        <source>Render &amp;this shot</source>
        <translation>&amp;Diesen Shot rendern</translation>
    </message>
    <message>
        <source>Render this shot &amp;first</source>
        <translation>Diesen Shot &amp;zuerst rendern</translation>
    </message>
    <message>
        <source>Render &amp;stale</source>
        <translation>&amp;Veraltete rendern</translation>
    </message>
    <message>
        <source>&amp;New take with new seed</source>
        <translation>&amp;Neuer Take mit neuem Seed</translation>
    </message>
    <message>
        <source>&amp;Pause queue</source>
        <translation>Warteschlange &amp;anhalten</translation>
    </message>
    <message>
        <source>Stop &amp;after this shot</source>
        <translation>Nach &amp;diesem Shot anhalten</translation>
    </message>
    <message>
        <source>A&amp;bort</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>Abort and &amp;reseed</source>
        <translation>Abbrechen und neuer &amp;Seed</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>&amp;Abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Play &amp;In to Out</source>
        <translation>Von &amp;In bis Out abspielen</translation>
    </message>
    <message>
        <source>Shuttle &amp;back</source>
        <translation>&amp;Rückwärts</translation>
    </message>
    <message>
        <source>&amp;Shuttle stop</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>Shuttle &amp;forward</source>
        <translation>&amp;Vorwärts</translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation>Voriges Bild</translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation>Nächstes Bild</translation>
    </message>
    <message>
        <source>One second back</source>
        <translation>Eine Sekunde zurück</translation>
    </message>
    <message>
        <source>One second on</source>
        <translation>Eine Sekunde weiter</translation>
    </message>
    <message>
        <source>Previous seam</source>
        <translation>Vorige Naht</translation>
    </message>
    <message>
        <source>Next seam</source>
        <translation>Nächste Naht</translation>
    </message>
    <message>
        <source>Start of film</source>
        <translation>Filmanfang</translation>
    </message>
    <message>
        <source>End of film</source>
        <translation>Filmende</translation>
    </message>
    <message>
        <source>Mark In</source>
        <translation>In setzen</translation>
    </message>
    <message>
        <source>Mark Out</source>
        <translation>Out setzen</translation>
    </message>
    <message>
        <source>Go to In</source>
        <translation>Zu In springen</translation>
    </message>
    <message>
        <source>Go to Out</source>
        <translation>Zu Out springen</translation>
    </message>
    <message>
        <source>Clear marks</source>
        <translation>Marken löschen</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>&amp;Schleife</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Show whole &amp;film</source>
        <translation>Ganzen &amp;Film zeigen</translation>
    </message>
    <message>
        <source>S&amp;nap</source>
        <translation>Einra&amp;sten</translation>
    </message>
    <message>
        <source>&amp;Full screen player</source>
        <translation>Vorschau im &amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Safe areas</source>
        <translation>&amp;Sichere Bereiche</translation>
    </message>
    <message>
        <source>Compare takes: &amp;wipe</source>
        <translation>Takes vergleichen: &amp;Wischen</translation>
    </message>
    <message>
        <source>Compare takes: side &amp;by side</source>
        <translation>Takes vergleichen: &amp;nebeneinander</translation>
    </message>
    <message>
        <source>&amp;Continuity at this seam</source>
        <translation>&amp;Anschluss an dieser Naht</translation>
    </message>
    <message>
        <source>Layout: &amp;Editing</source>
        <translation>Anordnung: &amp;Schnitt</translation>
    </message>
    <message>
        <source>Layout: F&amp;ocus</source>
        <translation>Anordnung: F&amp;okus</translation>
    </message>
    <message>
        <source>Layout: &amp;Writing</source>
        <translation>Anordnung: Sc&amp;hreiben</translation>
    </message>
    <message>
        <source>Layout: &amp;Review</source>
        <translation>Anordnung: S&amp;ichten</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;About Longtake</source>
        <translation>&amp;Über Longtake</translation>
    </message>
    <message>
        <source>Longtake</source>
        <translation>Longtake</translation>
    </message>
    <message>
        <source>As in Premiere</source>
        <translation>Wie in Premiere</translation>
    </message>
    <message>
        <source>As in Resolve</source>
        <translation>Wie in Resolve</translation>
    </message>
    <message>
        <source>As in Shotcut</source>
        <translation>Wie in Shotcut</translation>
    </message>
</context>
<context>
    <name>CharactersPanel</name>
    <message>
        <source>Characters</source>
        <translation>Figuren</translation>
    </message>
    <message>
        <source>Add character</source>
        <translation>Figur hinzufügen</translation>
    </message>
    <message>
        <source>Remove character</source>
        <translation>Figur entfernen</translation>
    </message>
    <message>
        <source>Name of the character</source>
        <translation>Name der Figur</translation>
    </message>
    <message>
        <source>Description of the character</source>
        <translation>Beschreibung der Figur</translation>
    </message>
    <message>
        <source>Write @name in a shot; the description takes its place.</source>
        <translation>Schreiben Sie @name in einen Shot; die Beschreibung tritt an seine Stelle.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Beschreibung</translation>
    </message>
    <message>
        <source>name</source>
        <translation>name</translation>
    </message>
    <message>
        <source>No characters yet. Add one to use it in several shots.</source>
        <translation>Noch keine Figuren. Fügen Sie eine hinzu, um sie in mehreren Shots zu verwenden.</translation>
    </message>
    <message>
        <source>Used in no shot yet.</source>
        <translation>Noch in keinem Shot verwendet.</translation>
    </message>
    <message>
        <source>Used in shots: %1</source>
        <translation>Verwendet in Shots: %1</translation>
    </message>
</context>
<context>
    <name>ContentQuestion</name>
    <message>
        <source>sexual content with minors</source>
        <translation>sexuelle Inhalte mit Minderjährigen</translation>
    </message>
    <message>
        <source>sexual content</source>
        <translation>sexuelle Inhalte</translation>
    </message>
    <message>
        <source>cruelty</source>
        <translation>Grausamkeit</translation>
    </message>
    <message>
        <source>self-harm</source>
        <translation>Selbstverletzung</translation>
    </message>
    <message>
        <source>symbols of hate</source>
        <translation>Hasssymbole</translation>
    </message>
    <message>
        <source>Shot %1: %2 (%3)</source>
        <translation>Shot %1: %2 (%3)</translation>
    </message>
    <message>
        <source>Render this?</source>
        <translation>Das rendern?</translation>
    </message>
    <message>
        <source>You are asked because of the safety level in Preferences → Rendering.</source>
        <translation>Sie werden gefragt, weil die Schutzstufe unter Einstellungen → Rendern es so will.</translation>
    </message>
    <message>
        <source>&amp;Render</source>
        <translation>&amp;Rendern</translation>
    </message>
    <message>
        <source>&amp;Leave out</source>
        <translation>&amp;Auslassen</translation>
    </message>
</context>
<context>
    <name>ContinuityPanel</name>
    <message>
        <source>Seams, the worst first</source>
        <translation>Nähte, die schlechteste zuerst</translation>
    </message>
    <message>
        <source>Measure the film to see where its colours drift and which seams can be seen.</source>
        <translation>Messen Sie den Film, um zu sehen, wo Farben wandern und welche Nähte man sieht.</translation>
    </message>
    <message>
        <source>&amp;Measure film</source>
        <translation>Film &amp;messen</translation>
    </message>
    <message>
        <source>Measure film</source>
        <translation>Film messen</translation>
    </message>
    <message>
        <source>Measuring: %1 %</source>
        <translation>Messung: %1 %</translation>
    </message>
    <message>
        <source>Every shot needs a picture first: render the missing ones.</source>
        <translation>Jeder Shot braucht zuerst ein Bild: rendern Sie die fehlenden.</translation>
    </message>
    <message>
        <source>No continuing seams.</source>
        <translation>Keine fortsetzenden Nähte.</translation>
    </message>
    <message>
        <source>Continuing seams: ratio %1 in the middle.</source>
        <translation>Fortsetzende Nähte: Verhältnis %1 im Mittel.</translation>
    </message>
    <message>
        <source>%1 Colour drift %2, sharpness ×%3, flicker %4.</source>
        <translation>%1 Farbdrift %2, Schärfe ×%3, Flimmern %4.</translation>
    </message>
</context>
<context>
    <name>DriftCurves</name>
    <message>
        <source>Drift along the film</source>
        <translation>Drift entlang des Films</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>Sättigung</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>Schärfe</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Master</source>
        <translation>Master</translation>
    </message>
    <message>
        <source>as rendered, unchanged shots are copied</source>
        <translation>wie gerendert, unveränderte Shots werden kopiert</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>plays everywhere, good quality</source>
        <translation>läuft überall, gute Qualität</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Klein</translation>
    </message>
    <message>
        <source>for messages and drafts</source>
        <translation>für Nachrichten und Entwürfe</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>What to export</source>
        <translation>Was exportiert wird</translation>
    </message>
    <message>
        <source>Size of the picture</source>
        <translation>Bildgröße</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Export film</source>
        <translation>Film exportieren</translation>
    </message>
    <message>
        <source>Whole film</source>
        <translation>Ganzer Film</translation>
    </message>
    <message>
        <source>From In to Out</source>
        <translation>Von In bis Out</translation>
    </message>
    <message>
        <source>Each shot as a file</source>
        <translation>Jeder Shot als Datei</translation>
    </message>
    <message>
        <source>As the film (%1)</source>
        <translation>Wie der Film (%1)</translation>
    </message>
    <message>
        <source>Constant rate factor: lower is better and larger; 18 looks like the original</source>
        <translation>Konstanter Ratenfaktor: kleiner ist besser und größer; 18 sieht aus wie das Original</translation>
    </message>
    <message>
        <source>as rendered</source>
        <translation>wie gerendert</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen …</translation>
    </message>
    <message>
        <source>Choose file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>&amp;Render first, then export</source>
        <translation>Erst &amp;rendern, dann exportieren</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Was</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>&amp;Qualität</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Films (*.mp4)</source>
        <translation>Filme (*.mp4)</translation>
    </message>
    <message>
        <source>Shots without a picture: %1</source>
        <translation>Shots ohne Bild: %1</translation>
    </message>
    <message>
        <source>Shots out of date: %1</source>
        <translation>Veraltete Shots: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n shot(s) can be rendered first</source>
        <translation>
            <numerusform>%n Shot kann vorher gerendert werden</numerusform>
            <numerusform>%n Shots können vorher gerendert werden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, in about %2</source>
        <translation>%1, in etwa %2</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>Etwa %1</translation>
    </message>
    <message>
        <source>%1 · %2 frames</source>
        <translation>%1 · %2 Bilder</translation>
    </message>
    <message>
        <source>The file exists and will be replaced when the new one is whole.</source>
        <translation>Die Datei gibt es schon; sie wird ersetzt, sobald die neue vollständig ist.</translation>
    </message>
</context>
<context>
    <name>FilmEditor</name>
    <message numerus="yes">
        <source>%n shot(s)</source>
        <translation>
            <numerusform>%n Shot</numerusform>
            <numerusform>%n Shots</numerusform>
        </translation>
    </message>
    <message>
        <source>shot %1</source>
        <translation>Shot %1</translation>
    </message>
    <message>
        <source>add shot %1</source>
        <translation>Shot %1 hinzufügen</translation>
    </message>
    <message>
        <source>delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message numerus="yes">
        <source>insert %n shot(s)</source>
        <translation>
            <numerusform>%n Shot einfügen</numerusform>
            <numerusform>%n Shots einfügen</numerusform>
        </translation>
    </message>
    <message>
        <source>move %1</source>
        <translation>%1 verschieben</translation>
    </message>
    <message>
        <source>split shot %1</source>
        <translation>Shot %1 teilen</translation>
    </message>
    <message>
        <source>merge %1</source>
        <translation>%1 zusammenfügen</translation>
    </message>
    <message>
        <source>change length of %1</source>
        <translation>Länge von %1 ändern</translation>
    </message>
    <message>
        <source>new scene</source>
        <translation>neue Szene</translation>
    </message>
    <message>
        <source>rename scene</source>
        <translation>Szene umbenennen</translation>
    </message>
    <message>
        <source>describe scene</source>
        <translation>Szene beschreiben</translation>
    </message>
    <message>
        <source>change character %1</source>
        <translation>Figur %1 ändern</translation>
    </message>
    <message>
        <source>remove character %1</source>
        <translation>Figur %1 entfernen</translation>
    </message>
    <message>
        <source>choose take of %1</source>
        <translation>Take von %1 wählen</translation>
    </message>
    <message>
        <source>rate take</source>
        <translation>Take bewerten</translation>
    </message>
    <message>
        <source>delete take</source>
        <translation>Take löschen</translation>
    </message>
</context>
<context>
    <name>FilmPanel</name>
    <message>
        <source>Title of the film</source>
        <translation>Titel des Films</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>Breite in Pixeln</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>Höhe in Pixeln</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>Bilder pro Sekunde</translation>
    </message>
    <message>
        <source>Seed of the film</source>
        <translation>Seed des Films</translation>
    </message>
    <message>
        <source>Added to the text of every shot: light, lens, materials, mood</source>
        <translation>Kommt zum Text jedes Shots: Licht, Objektiv, Material, Stimmung</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>What should not be seen in any shot</source>
        <translation>Was in keinem Shot zu sehen sein soll</translation>
    </message>
    <message>
        <source>Negative text of the film</source>
        <translation>Negativtext des Films</translation>
    </message>
    <message>
        <source>Sampling steps of the film</source>
        <translation>Schritte des Films</translation>
    </message>
    <message>
        <source>as the model</source>
        <translation>wie das Modell</translation>
    </message>
    <message>
        <source>Guidance of the film</source>
        <translation>Führung des Films</translation>
    </message>
    <message>
        <source>Drift help</source>
        <translation>Hilfe gegen Drift</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Pulls colours of a long chain back towards its beginning</source>
        <translation>Zieht die Farben einer langen Kette zu ihrem Anfang zurück</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>&amp;Look of the film</source>
        <translation>&amp;Look des Films</translation>
    </message>
    <message>
        <source>Ne&amp;gative text</source>
        <translation>&amp;Negativtext</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>Br&amp;eite</translation>
    </message>
    <message>
        <source>He&amp;ight</source>
        <translation>H&amp;öhe</translation>
    </message>
    <message>
        <source>Fr&amp;ames per second</source>
        <translation>Bilder &amp;pro Sekunde</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>G&amp;uidance</source>
        <translation>&amp;Führung</translation>
    </message>
    <message>
        <source>change title</source>
        <translation>Titel ändern</translation>
    </message>
    <message>
        <source>change look</source>
        <translation>Look ändern</translation>
    </message>
    <message>
        <source>edit negative text</source>
        <translation>Negativtext ändern</translation>
    </message>
    <message>
        <source>change model</source>
        <translation>Modell ändern</translation>
    </message>
    <message>
        <source>change size</source>
        <translation>Größe ändern</translation>
    </message>
    <message>
        <source>change frame rate</source>
        <translation>Bildrate ändern</translation>
    </message>
    <message>
        <source>change seed of the film</source>
        <translation>Seed des Films ändern</translation>
    </message>
    <message>
        <source>change steps</source>
        <translation>Schritte ändern</translation>
    </message>
    <message>
        <source>change guidance</source>
        <translation>Führung ändern</translation>
    </message>
    <message>
        <source>change drift help</source>
        <translation>Hilfe gegen Drift ändern</translation>
    </message>
</context>
<context>
    <name>FilmSession</name>
    <message>
        <source>A take was damaged and set aside: %1</source>
        <translation>Ein Take war beschädigt und wurde beiseitegelegt: %1</translation>
    </message>
</context>
<context>
    <name>HintBar</name>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Next hint</source>
        <translation>Nächster Hinweis</translation>
    </message>
    <message>
        <source>No more hints</source>
        <translation>Keine Hinweise mehr</translation>
    </message>
    <message>
        <source>This film is an example. It is being made right now: %1 plays what is there.</source>
        <translation>Dieser Film ist ein Beispiel. Er entsteht gerade: %1 spielt ab, was schon da ist.</translation>
    </message>
    <message>
        <source>Click a shot below and change its text. %1 renders what has changed, and only that.</source>
        <translation>Klicken Sie unten einen Shot an und ändern Sie seinen Text. %1 rendert, was sich geändert hat, und nur das.</translation>
    </message>
    <message>
        <source>The sign between two shots says how they join: click it. %1 makes an MP4 of the film.</source>
        <translation>Das Zeichen zwischen zwei Shots sagt, wie sie verbunden sind: anklicken. %1 macht aus dem Film ein MP4.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Fertig</translation>
    </message>
</context>
<context>
    <name>Lock</name>
    <message>
        <source>Film is open already</source>
        <translation>Film ist schon geöffnet</translation>
    </message>
    <message>
        <source>“%1” is open in another window or on another machine.</source>
        <translation>„%1“ ist in einem anderen Fenster oder auf einem anderen Rechner geöffnet.</translation>
    </message>
    <message>
        <source>Opened by %1 on %2, %3</source>
        <translation>Geöffnet von %1 auf %2, %3</translation>
    </message>
    <message>
        <source>Take it over only when nobody works there: two sessions would overwrite each other.</source>
        <translation>Übernehmen Sie ihn nur, wenn dort niemand arbeitet: zwei Sitzungen würden einander überschreiben.</translation>
    </message>
    <message>
        <source>Open for &amp;reading</source>
        <translation>Zum &amp;Lesen öffnen</translation>
    </message>
    <message>
        <source>&amp;Take over</source>
        <translation>Ü&amp;bernehmen</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Film as opened</source>
        <translation>Film wie geöffnet</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Takes</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Figuren</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Shot</source>
        <translation>Shot</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>Drift</translation>
    </message>
    <message>
        <source>Shots</source>
        <translation>Shots</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Shot</source>
        <translation>&amp;Shot</translation>
    </message>
    <message>
        <source>&amp;Render</source>
        <translation>&amp;Rendern</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>Ab&amp;spielen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Zuletzt &amp;geöffnet</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Bereiche</translation>
    </message>
    <message>
        <source>Main bar</source>
        <translation>Hauptleiste</translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>Warteschlange zeigen</translation>
    </message>
    <message>
        <source>Model and device</source>
        <translation>Modell und Gerät</translation>
    </message>
    <message>
        <source>Shot being rendered</source>
        <translation>Shot, der gerendert wird</translation>
    </message>
    <message>
        <source>Stop export</source>
        <translation>Export stoppen</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %2 · %n thread(s) · %3</source>
        <translation>
            <numerusform>%1 · %2 · %n Thread · %3</numerusform>
            <numerusform>%1 · %2 · %n Threads · %3</numerusform>
        </translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>preparing…</source>
        <translation>Vorbereitung …</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) failed; the queue says why.</source>
        <translation>
            <numerusform>%n Auftrag fehlgeschlagen; die Warteschlange sagt, warum.</numerusform>
            <numerusform>%n Aufträge fehlgeschlagen; die Warteschlange sagt, warum.</numerusform>
        </translation>
    </message>
    <message>
        <source>Queue finished</source>
        <translation>Warteschlange fertig</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) done</source>
        <translation>
            <numerusform>%n Auftrag fertig</numerusform>
            <numerusform>%n Aufträge fertig</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>&amp;Render stale (%1)</source>
        <translation>Veraltete &amp;rendern (%1)</translation>
    </message>
    <message>
        <source>&amp;Render stale</source>
        <translation>Veraltete &amp;rendern</translation>
    </message>
    <message>
        <source>%1 (read only)</source>
        <translation>%1 (nur lesen)</translation>
    </message>
    <message>
        <source>Has unsaved changes</source>
        <translation>Hat ungespeicherte Änderungen</translation>
    </message>
    <message numerus="yes">
        <source>%n shot(s) · %1 · %2×%3 · %4 fps</source>
        <translation>
            <numerusform>%n Shot · %1 · %2×%3 · %4 B/s</numerusform>
            <numerusform>%n Shots · %1 · %2×%3 · %4 B/s</numerusform>
        </translation>
    </message>
    <message>
        <source>shot %1: step %2 of %3 · %4 s a step · %5 left</source>
        <translation>Shot %1: Schritt %2 von %3 · %4 s je Schritt · noch %5</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>Queue %1 · %2</source>
        <translation>Warteschlange %1 · %2</translation>
    </message>
    <message>
        <source>Queue %1</source>
        <translation>Warteschlange %1</translation>
    </message>
    <message>
        <source>change seam</source>
        <translation>Naht ändern</translation>
    </message>
    <message>
        <source>take out of scene</source>
        <translation>aus Szene herausnehmen</translation>
    </message>
    <message>
        <source>pin take</source>
        <translation>Take anheften</translation>
    </message>
    <message>
        <source>unpin take</source>
        <translation>Take lösen</translation>
    </message>
    <message>
        <source>end meets beginning</source>
        <translation>Ende trifft Anfang</translation>
    </message>
    <message>
        <source>Keyframe picture</source>
        <translation>Keyframe-Bild</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.bmp)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.webp *.bmp)</translation>
    </message>
    <message>
        <source>This shot has only one take.</source>
        <translation>Dieser Shot hat nur einen Take.</translation>
    </message>
    <message>
        <source>Make another one with %1.</source>
        <translation>Machen Sie einen weiteren mit %1.</translation>
    </message>
    <message>
        <source>Chosen take</source>
        <translation>Gewählter Take</translation>
    </message>
    <message>
        <source>Take %1</source>
        <translation>Take %1</translation>
    </message>
    <message>
        <source>New scene</source>
        <translation>Neue Szene</translation>
    </message>
    <message>
        <source>Rename scene</source>
        <translation>Szene umbenennen</translation>
    </message>
    <message>
        <source>Title of the scene:</source>
        <translation>Titel der Szene:</translation>
    </message>
    <message>
        <source>Not rendered: %1</source>
        <translation>Nicht gerendert: %1</translation>
    </message>
    <message>
        <source>Change the text. What may be rendered is set in Preferences → Rendering.</source>
        <translation>Ändern Sie den Text. Was gerendert werden darf, steht unter Einstellungen → Rendern.</translation>
    </message>
    <message>
        <source>Shot %1</source>
        <translation>Shot %1</translation>
    </message>
    <message numerus="yes">
        <source>%n shots</source>
        <translation>
            <numerusform>%n Shot</numerusform>
            <numerusform>%n Shots</numerusform>
        </translation>
    </message>
    <message>
        <source>The picture could not be copied to %1.</source>
        <translation>Das Bild konnte nicht nach %1 kopiert werden.</translation>
    </message>
    <message>
        <source>Check that the folder can be written to.</source>
        <translation>Prüfen Sie, ob in den Ordner geschrieben werden darf.</translation>
    </message>
    <message>
        <source>add keyframe</source>
        <translation>Keyframe hinzufügen</translation>
    </message>
    <message>
        <source>There is no picture at the playhead yet.</source>
        <translation>Am Abspielkopf gibt es noch kein Bild.</translation>
    </message>
    <message>
        <source>Render the shot first.</source>
        <translation>Rendern Sie zuerst den Shot.</translation>
    </message>
    <message>
        <source>Export frame</source>
        <translation>Bild exportieren</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg)</source>
        <translation>Bilder (*.png *.jpg)</translation>
    </message>
    <message>
        <source>Import story</source>
        <translation>Geschichte importieren</translation>
    </message>
    <message>
        <source>Stories (*.txt *.md *.fountain *.spmd)</source>
        <translation>Geschichten (*.txt *.md *.fountain *.spmd)</translation>
    </message>
    <message>
        <source>About Longtake</source>
        <translation>Über Longtake</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Longtake %1&lt;/h3&gt;&lt;p&gt;A studio for films told in shots.&lt;/p&gt;&lt;p&gt;Open source under the Apache License 2.0. No account, no server, no telemetry.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Longtake %1&lt;/h3&gt;&lt;p&gt;Ein Studio für Filme, die in Shots erzählt werden.&lt;/p&gt;&lt;p&gt;Quelloffen unter der Apache-Lizenz 2.0. Kein Konto, kein Server, keine Telemetrie.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Ungespeicherte Änderungen</translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>Änderungen an „%1“ speichern?</translation>
    </message>
    <message>
        <source>Takes that were rendered are kept either way.</source>
        <translation>Gerenderte Takes bleiben in jedem Fall erhalten.</translation>
    </message>
    <message>
        <source>The example could not be copied to %1.</source>
        <translation>Das Beispiel konnte nicht nach %1 kopiert werden.</translation>
    </message>
    <message>
        <source>Untitled film</source>
        <translation>Film ohne Titel</translation>
    </message>
    <message>
        <source>open other version</source>
        <translation>andere Fassung öffnen</translation>
    </message>
    <message>
        <source>An export is running already: %1</source>
        <translation>Es läuft schon ein Export: %1</translation>
    </message>
    <message>
        <source>Wait for it or stop it first.</source>
        <translation>Warten Sie darauf oder stoppen Sie ihn zuerst.</translation>
    </message>
    <message>
        <source>Export · stop</source>
        <translation>Export · anhalten</translation>
    </message>
    <message numerus="yes">
        <source>Export waits for %n shot(s) · stop</source>
        <translation>
            <numerusform>Export wartet auf %n Shot · anhalten</numerusform>
            <numerusform>Export wartet auf %n Shots · anhalten</numerusform>
        </translation>
    </message>
    <message>
        <source>The film was not exported: not all of its shots were rendered.</source>
        <translation>Der Film wurde nicht exportiert: Nicht alle seine Shots wurden gerendert.</translation>
    </message>
    <message>
        <source>The queue says why.</source>
        <translation>Die Warteschlange sagt warum.</translation>
    </message>
    <message>
        <source>Export %1 % · %2 · stop</source>
        <translation>Export %1 % · %2 · stoppen</translation>
    </message>
    <message>
        <source>Exported: %1</source>
        <translation>Exportiert: %1</translation>
    </message>
    <message>
        <source>The export was stopped; no file was left behind.</source>
        <translation>Der Export wurde gestoppt; es blieb keine Datei zurück.</translation>
    </message>
    <message>
        <source>The film is open for reading only.</source>
        <translation>Der Film ist nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>Save it under another name to change it.</source>
        <translation>Speichern Sie ihn unter anderem Namen, um ihn zu ändern.</translation>
    </message>
    <message>
        <source>Open film</source>
        <translation>Film öffnen</translation>
    </message>
    <message>
        <source>Films (*.t2vproj)</source>
        <translation>Filme (*.t2vproj)</translation>
    </message>
    <message>
        <source>Save film</source>
        <translation>Film speichern</translation>
    </message>
    <message>
        <source>The story has no shots.</source>
        <translation>Die Geschichte hat keine Shots.</translation>
    </message>
    <message>
        <source>The story says nothing new.</source>
        <translation>Die Geschichte sagt nichts Neues.</translation>
    </message>
    <message>
        <source>import story</source>
        <translation>Geschichte importieren</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>%1/%2 (not fetched: git lfs pull)</source>
        <translation>%1/%2 (nicht geholt: git lfs pull)</translation>
    </message>
</context>
<context>
    <name>ModelsPanel</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Add model folder</source>
        <translation>Modellordner hinzufügen</translation>
    </message>
    <message>
        <source>Forget model folder</source>
        <translation>Modellordner vergessen</translation>
    </message>
    <message>
        <source>Use for this film</source>
        <translation>Für diesen Film verwenden</translation>
    </message>
    <message>
        <source>Check the model&apos;s files</source>
        <translation>Dateien des Modells prüfen</translation>
    </message>
    <message>
        <source>How far the check is</source>
        <translation>Wie weit die Prüfung ist</translation>
    </message>
    <message>
        <source>Add a model folder (with model_index.json); nothing is copied</source>
        <translation>Modellordner hinzufügen (mit model_index.json); nichts wird kopiert</translation>
    </message>
    <message>
        <source>Forget this folder; its files stay</source>
        <translation>Diesen Ordner vergessen; seine Dateien bleiben</translation>
    </message>
    <message>
        <source>Compares every weight file with what the model needs and with the checksums that came with it</source>
        <translation>Vergleicht jede Gewichtsdatei mit dem, was das Modell braucht, und mit den mitgelieferten Prüfsummen</translation>
    </message>
    <message>
        <source>Any diffusers model folder works where it lies. To fetch one yourself:
huggingface-cli download Wan-AI/Wan2.1-T2V-1.3B-Diffusers --local-dir FOLDER</source>
        <translation>Jeder diffusers-Modellordner geht, wo er liegt. So holen Sie selbst einen:
huggingface-cli download Wan-AI/Wan2.1-T2V-1.3B-Diffusers --local-dir ORDNER</translation>
    </message>
    <message>
        <source>Checked: all files are as the model needs them.</source>
        <translation>Geprüft: alle Dateien sind, wie das Modell sie braucht.</translation>
    </message>
    <message>
        <source>The check was stopped.</source>
        <translation>Die Prüfung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>change model</source>
        <translation>Modell ändern</translation>
    </message>
    <message>
        <source>%1 (incomplete)</source>
        <translation>%1 (unvollständig)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>No model found. Add the folder of one.</source>
        <translation>Kein Modell gefunden. Fügen Sie den Ordner eines hinzu.</translation>
    </message>
    <message>
        <source>%1 · %2 on disk</source>
        <translation>%1 · %2 auf der Platte</translation>
    </message>
    <message>
        <source>Needs about %1 of memory.</source>
        <translation>Braucht etwa %1 Speicher.</translation>
    </message>
    <message>
        <source>Needs about %1 of memory; this machine has %2: choose a smaller one.</source>
        <translation>Braucht etwa %1 Speicher; diese Maschine hat %2: wählen Sie ein kleineres.</translation>
    </message>
    <message>
        <source>Needs about %1 of this machine&apos;s %2 of memory.</source>
        <translation>Braucht etwa %1 von den %2 Speicher dieser Maschine.</translation>
    </message>
    <message>
        <source>Licence: not stated in the folder</source>
        <translation>Lizenz: im Ordner nicht angegeben</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>Lizenz: %1</translation>
    </message>
    <message numerus="yes">
        <source>Knows %n word(s)</source>
        <translation>
            <numerusform>Kennt %n Wort</numerusform>
            <numerusform>Kennt %n Wörter</numerusform>
        </translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>Es fehlt: %1</translation>
    </message>
    <message>
        <source>Made for: %1 at %2 frames per second, %3 steps, guidance %4</source>
        <translation>Gemacht für: %1 mit %2 Bildern pro Sekunde, %3 Schritte, Führung %4</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>Von: %1</translation>
    </message>
    <message>
        <source>Added by name; &quot;longtake model remove %1&quot; forgets it</source>
        <translation>Mit einem Namen hinzugefügt; „longtake model remove %1“ vergisst es</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>Folder of a model</source>
        <translation>Ordner eines Modells</translation>
    </message>
</context>
<context>
    <name>NewFilmDialog</name>
    <message>
        <source>A &amp;story: each line becomes a shot</source>
        <translation>Eine &amp;Geschichte: jede Zeile wird ein Shot</translation>
    </message>
    <message>
        <source>From a story</source>
        <translation>Aus einer Geschichte</translation>
    </message>
    <message>
        <source>A &amp;blank film</source>
        <translation>Ein &amp;leerer Film</translation>
    </message>
    <message>
        <source>Blank film</source>
        <translation>Leerer Film</translation>
    </message>
    <message>
        <source>An &amp;example</source>
        <translation>Ein &amp;Beispiel</translation>
    </message>
    <message>
        <source>From an example</source>
        <translation>Aus einem Beispiel</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>Geschichte</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>New film</source>
        <translation>Neuer Film</translation>
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
        <translation>Film &amp;anlegen</translation>
    </message>
    <message>
        <source>What do you start from?</source>
        <translation>Womit fangen Sie an?</translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message>
        <source>render version</source>
        <translation>Version des Renderers</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>adapters</source>
        <translation>Adapter</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>negative prompt</source>
        <translation>Negativtext</translation>
    </message>
    <message>
        <source>sampler</source>
        <translation>Sampler</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>guidance</source>
        <translation>Führung</translation>
    </message>
    <message>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>frame rate</source>
        <translation>Bildrate</translation>
    </message>
    <message>
        <source>drift help</source>
        <translation>Hilfe gegen Drift</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>keyframes</source>
        <translation>Schlüsselbilder</translation>
    </message>
    <message>
        <source>context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>prompt blend</source>
        <translation>Übergang des Textes</translation>
    </message>
    <message>
        <source>the prompt it blends from</source>
        <translation>der Text, von dem er übergeht</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>nicht verwendet</translation>
    </message>
    <message>
        <source>%1 frames</source>
        <translation>%1 Bilder</translation>
    </message>
    <message>
        <source>%1 latents</source>
        <translation>%1 Latents</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 geändert</translation>
    </message>
    <message>
        <source>%1 changed from %2 to %3</source>
        <translation>%1 geändert: %2 → %3</translation>
    </message>
    <message>
        <source>now continues from shot %1</source>
        <translation>setzt jetzt Shot %1 fort</translation>
    </message>
    <message>
        <source>now begins a new sequence</source>
        <translation>beginnt jetzt eine neue Sequenz</translation>
    </message>
    <message>
        <source>the first shot of the sequence, which drift help looks at, changed</source>
        <translation>der erste Shot der Sequenz, auf den die Hilfe gegen Drift schaut, ist anders</translation>
    </message>
    <message>
        <source>shot %1, which it continues from, will be rendered again</source>
        <translation>Shot %1, den er fortsetzt, wird neu gerendert</translation>
    </message>
    <message>
        <source>shot %1, which it continues from, was rendered again</source>
        <translation>Shot %1, den er fortsetzt, wurde neu gerendert</translation>
    </message>
    <message>
        <source>shot %1, which it continues from, was rendered again with other bits</source>
        <translation>Shot %1, den er fortsetzt, wurde neu gerendert, mit anderen Bits</translation>
    </message>
    <message>
        <source>shot %1, which it continues from, cannot be rendered</source>
        <translation>Shot %1, den er fortsetzt, lässt sich nicht rendern</translation>
    </message>
    <message>
        <source>shot %1, which it continues from, is %2 and not %3</source>
        <translation>Shot %1, den er fortsetzt, hat %2 und nicht %3</translation>
    </message>
    <message>
        <source>shot %1, which it continues from, was made with another model, whose latents this one cannot read</source>
        <translation>Shot %1, den er fortsetzt, stammt von einem anderen Modell, dessen Latents dieses nicht lesen kann</translation>
    </message>
    <message>
        <source>shot %1, which it continues from, has lost the beginning of its stream: %2</source>
        <translation>Shot %1, den er fortsetzt, hat den Anfang seines Stroms verloren: %2</translation>
    </message>
    <message>
        <source>not rendered yet</source>
        <translation>noch nicht gerendert</translation>
    </message>
    <message>
        <source>its take was deleted</source>
        <translation>sein Take wurde gelöscht</translation>
    </message>
    <message>
        <source>its take %1 was damaged and set aside: %2</source>
        <translation>sein Take %1 war beschädigt und wurde beiseitegelegt: %2</translation>
    </message>
    <message>
        <source>its take %1 is not there</source>
        <translation>sein Take %1 ist nicht da</translation>
    </message>
    <message>
        <source>take %1 of an earlier render fits</source>
        <translation>Take %1 eines früheren Renderns passt</translation>
    </message>
    <message>
        <source>the last attempt failed: %1</source>
        <translation>der letzte Versuch schlug fehl: %1</translation>
    </message>
    <message>
        <source>the model %1 cannot pin an image at frame %2</source>
        <translation>das Modell %1 kann bei Bild %2 kein Schlüsselbild halten</translation>
    </message>
    <message>
        <source>the model %1 cannot make a loop</source>
        <translation>das Modell %1 kann keine Schleife machen</translation>
    </message>
    <message>
        <source>the model %1 needs sides that are multiples of %2, not %3</source>
        <translation>das Modell %1 braucht Seiten, die Vielfache von %2 sind, nicht %3</translation>
    </message>
    <message>
        <source>keyframe image %1: %2</source>
        <translation>Schlüsselbild %1: %2</translation>
    </message>
    <message>
        <source>the safety level refuses its text (%1)</source>
        <translation>die Schutzstufe lehnt seinen Text ab (%1)</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Look</source>
        <translation>&amp;Aussehen</translation>
    </message>
    <message>
        <source>&amp;Rendering</source>
        <translation>&amp;Rendern</translation>
    </message>
    <message>
        <source>&amp;Storage</source>
        <translation>&amp;Speicherplatz</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>Farb&amp;schema</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>S&amp;prache</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Fastest there is</source>
        <translation>Das schnellste</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>Prozessor (CPU)</translation>
    </message>
    <message>
        <source>NVIDIA or AMD graphics card</source>
        <translation>Grafikkarte von NVIDIA oder AMD</translation>
    </message>
    <message>
        <source>Apple graphics</source>
        <translation>Apple-Grafik</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>as many as the machine has cores (%1)</source>
        <translation>so viele, wie die Maschine Kerne hat (%1)</translation>
    </message>
    <message>
        <source>What may be rendered</source>
        <translation>Was gerendert werden darf</translation>
    </message>
    <message>
        <source>Open: ask about nothing</source>
        <translation>Offen: nichts nachfragen</translation>
    </message>
    <message>
        <source>Careful: ask before sexual content, cruelty, self-harm, symbols of hate</source>
        <translation>Vorsichtig: vor sexuellen Inhalten, Grausamkeit, Selbstverletzung, Hasssymbolen fragen</translation>
    </message>
    <message>
        <source>Strict: refuse these, for schools and families</source>
        <translation>Streng: dies ablehnen, für Schulen und Familien</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>&amp;Gerät</translation>
    </message>
    <message>
        <source>T&amp;hreads</source>
        <translation>T&amp;hreads</translation>
    </message>
    <message>
        <source>The same film with the same number of threads on the same machine gives the same pictures, bit for bit.</source>
        <translation>Derselbe Film ergibt mit gleich vielen Threads auf derselben Maschine Bit für Bit dieselben Bilder.</translation>
    </message>
    <message>
        <source>&amp;What may be rendered</source>
        <translation>&amp;Was gerendert werden darf</translation>
    </message>
    <message>
        <source>Texts are looked through for words, on this machine only. Sexual content with minors is refused at every level.</source>
        <translation>Texte werden nach Wörtern durchgesehen, nur auf diesem Rechner. Sexuelle Inhalte mit Minderjährigen werden in jeder Stufe abgelehnt.</translation>
    </message>
    <message>
        <source>Keys as in</source>
        <translation>Tasten wie in</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>Meine eigenen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>New key for the action</source>
        <translation>Neue Taste für die Aktion</translation>
    </message>
    <message>
        <source>&amp;No key</source>
        <translation>&amp;Keine Taste</translation>
    </message>
    <message>
        <source>No key for the action</source>
        <translation>Keine Taste für die Aktion</translation>
    </message>
    <message>
        <source>New &amp;key:</source>
        <translation>Neue &amp;Taste:</translation>
    </message>
    <message>
        <source>Keys &amp;as in</source>
        <translation>Tasten &amp;wie in</translation>
    </message>
    <message>
        <source>%1 is both “%2” and “%3”: neither will work until one changes.</source>
        <translation>%1 ist „%2“ und „%3“: beides geht nicht, bis eines geändert ist.</translation>
    </message>
    <message>
        <source>No key is used twice.</source>
        <translation>Keine Taste ist doppelt belegt.</translation>
    </message>
</context>
<context>
    <name>PreviewPlayer</name>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Position as timecode; type to go there</source>
        <translation>Position als Timecode; eintippen, um dorthin zu springen</translation>
    </message>
    <message>
        <source>The first shot has no seam before it.</source>
        <translation>Der erste Shot hat keine Naht vor sich.</translation>
    </message>
    <message>
        <source>Last frame of shot %1</source>
        <translation>Letztes Bild von Shot %1</translation>
    </message>
    <message>
        <source>First frame of shot %1</source>
        <translation>Erstes Bild von Shot %1</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Motion: %1 pixels</source>
        <translation>Bewegung: %1 Pixel</translation>
    </message>
    <message>
        <source>The film has no shots yet.</source>
        <translation>Der Film hat noch keine Shots.</translation>
    </message>
    <message>
        <source>Shot %1 has no text yet.</source>
        <translation>Shot %1 hat noch keinen Text.</translation>
    </message>
</context>
<context>
    <name>PreviewSurface</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Difference ×4</source>
        <translation>Unterschied ×4</translation>
    </message>
</context>
<context>
    <name>ProjectDocument</name>
    <message>
        <source>Untitled film</source>
        <translation>Film ohne Titel</translation>
    </message>
    <message>
        <source>Save it under another name to change it.</source>
        <translation>Speichern Sie ihn unter anderem Namen, um ihn zu ändern.</translation>
    </message>
    <message>
        <source>No copy for recovery could be written: %1</source>
        <translation>Es konnte keine Sicherung für die Wiederherstellung geschrieben werden: %1</translation>
    </message>
    <message>
        <source>%1 is open for reading only.</source>
        <translation>%1 ist nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>Save it under another name to keep your changes.</source>
        <translation>Speichern Sie ihn unter anderem Namen, um Ihre Änderungen zu behalten.</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>How many takes the job makes</source>
        <translation>Wie viele Takes der Auftrag macht</translation>
    </message>
    <message>
        <source>Move job up</source>
        <translation>Auftrag nach oben</translation>
    </message>
    <message>
        <source>Move job down</source>
        <translation>Auftrag nach unten</translation>
    </message>
    <message>
        <source>Try job again</source>
        <translation>Auftrag wiederholen</translation>
    </message>
    <message>
        <source>Remove job</source>
        <translation>Auftrag entfernen</translation>
    </message>
    <message>
        <source>Nothing to do. Press Render, and go on writing while it works.</source>
        <translation>Nichts zu tun. Drücken Sie Rendern und schreiben Sie weiter, während es läuft.</translation>
    </message>
    <message>
        <source>All jobs are over.</source>
        <translation>Alle Aufträge sind erledigt.</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) · %1 left · done at about %2</source>
        <translation>
            <numerusform>%n Auftrag · noch %1 · fertig gegen %2</numerusform>
            <numerusform>%n Aufträge · noch %1 · fertig gegen %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n Auftrag</numerusform>
            <numerusform>%n Aufträge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecentFilms</name>
    <message>
        <source>No film opened yet</source>
        <translation>Noch kein Film geöffnet</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>Liste &amp;leeren</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Recover film</source>
        <translation>Film wiederherstellen</translation>
    </message>
    <message>
        <source>“%1” has edits of %2 that were not saved when the program ended.</source>
        <translation>„%1“ hat Änderungen vom %2, die beim Ende des Programms nicht gespeichert waren.</translation>
    </message>
    <message>
        <source>The saved film was changed since by somebody else: look at both before you save.</source>
        <translation>Der gespeicherte Film wurde seither von jemand anderem geändert: sehen Sie beide an, bevor Sie speichern.</translation>
    </message>
    <message>
        <source>Nothing is lost either way until you save.</source>
        <translation>So oder so geht nichts verloren, bis Sie speichern.</translation>
    </message>
    <message>
        <source>&amp;Recover</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Open saved film</source>
        <translation>&amp;Gespeicherten Film öffnen</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>&amp;Später</translation>
    </message>
</context>
<context>
    <name>RenderQueue</name>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>Rendering stops until the program is started again. The film and all takes are safe.</source>
        <translation>Es wird nicht mehr gerendert, bis das Programm neu gestartet ist. Der Film und alle Takes sind sicher.</translation>
    </message>
    <message>
        <source>Another one is being started and goes on where this one stopped.</source>
        <translation>Ein neuer wird gestartet und macht dort weiter, wo dieser aufgehört hat.</translation>
    </message>
    <message>
        <source>%1 × %2 takes</source>
        <translation>%1 × %2 Takes</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Noch</translation>
    </message>
</context>
<context>
    <name>Seam</name>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Schnitt</translation>
    </message>
    <message>
        <source>Dissolve</source>
        <translation>Überblendung</translation>
    </message>
</context>
<context>
    <name>SeamModel</name>
    <message>
        <source>%1 visible</source>
        <translation>%1 sichtbar</translation>
    </message>
    <message>
        <source>First frame behind the seam</source>
        <translation>Erstes Bild hinter der Naht</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Seam</source>
        <translation>Naht</translation>
    </message>
    <message>
        <source>Change across the seam against the change around it; 1 is as smooth as the shot itself</source>
        <translation>Änderung an der Naht gegen die Änderung ringsum; 1 ist so glatt wie der Shot selbst</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Verhältnis</translation>
    </message>
    <message>
        <source>The same for what motion does not explain</source>
        <translation>Dasselbe für das, was Bewegung nicht erklärt</translation>
    </message>
    <message>
        <source>Residual</source>
        <translation>Rest</translation>
    </message>
    <message>
        <source>Jump of the mean colour (CIE Lab)</source>
        <translation>Sprung der mittleren Farbe (CIE Lab)</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
</context>
<context>
    <name>ShotInspector</name>
    <message>
        <source>edit text</source>
        <translation>Text ändern</translation>
    </message>
    <message>
        <source>edit negative text</source>
        <translation>Negativtext ändern</translation>
    </message>
    <message>
        <source>edit narration</source>
        <translation>Sprechtext ändern</translation>
    </message>
    <message>
        <source>edit notes</source>
        <translation>Notizen ändern</translation>
    </message>
    <message>
        <source>change length</source>
        <translation>Länge ändern</translation>
    </message>
    <message>
        <source>change seam</source>
        <translation>Naht ändern</translation>
    </message>
    <message>
        <source>change dissolve</source>
        <translation>Überblendung ändern</translation>
    </message>
    <message>
        <source>change blend</source>
        <translation>Übergang des Textes ändern</translation>
    </message>
    <message>
        <source>change context</source>
        <translation>Kontext ändern</translation>
    </message>
    <message>
        <source>change seed</source>
        <translation>Seed ändern</translation>
    </message>
    <message>
        <source>new seed</source>
        <translation>neuer Seed</translation>
    </message>
    <message>
        <source>lock seed</source>
        <translation>Seed sperren</translation>
    </message>
    <message>
        <source>unlock seed</source>
        <translation>Seed freigeben</translation>
    </message>
    <message>
        <source>change camera</source>
        <translation>Kamera ändern</translation>
    </message>
    <message>
        <source>change steps</source>
        <translation>Schritte ändern</translation>
    </message>
    <message>
        <source>change guidance</source>
        <translation>Führung ändern</translation>
    </message>
    <message>
        <source>end meets beginning</source>
        <translation>Ende trifft Anfang</translation>
    </message>
    <message>
        <source>pin take</source>
        <translation>Take anheften</translation>
    </message>
    <message>
        <source>unpin take</source>
        <translation>Take lösen</translation>
    </message>
    <message>
        <source>remove keyframe</source>
        <translation>Keyframe entfernen</translation>
    </message>
    <message>
        <source>Shot %1</source>
        <translation>Shot %1</translation>
    </message>
    <message numerus="yes">
        <source>%n shots</source>
        <translation>
            <numerusform>%n Shot</numerusform>
            <numerusform>%n Shots</numerusform>
        </translation>
    </message>
    <message>
        <source>What happens in this shot? @ names a character.</source>
        <translation>Was geschieht in diesem Shot? @ nennt eine Figur.</translation>
    </message>
    <message>
        <source>Several texts. Typing replaces all of them.</source>
        <translation>Mehrere Texte. Tippen ersetzt alle.</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n Wort</numerusform>
            <numerusform>%n Wörter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) this model was not taught</source>
        <translation>
            <numerusform>%n Wort kennt dieses Modell nicht</numerusform>
            <numerusform>%n Wörter kennt dieses Modell nicht</numerusform>
        </translation>
    </message>
    <message>
        <source>%1
Without: %2</source>
        <translation>%1
Ohne: %2</translation>
    </message>
    <message>
        <source>The tokens could not be counted: %1</source>
        <translation>Die Tokens ließen sich nicht zählen: %1</translation>
    </message>
    <message>
        <source>Without: %L1 of %L2 tokens. The model does not read the end: “%3”</source>
        <translation>Ohne: %L1 von %L2 Tokens. Das Modell liest das Ende nicht: „%3“</translation>
    </message>
    <message>
        <source>%L1 of %L2 tokens. The model does not read the end: “%3”</source>
        <translation>%L1 von %L2 Tokens. Das Modell liest das Ende nicht: „%3“</translation>
    </message>
    <message>
        <source>%L1 of %L2 tokens</source>
        <translation>%L1 von %L2 Tokens</translation>
    </message>
    <message>
        <source>The pieces a text is cut into for the model</source>
        <translation>Die Stücke, in die ein Text für das Modell zerlegt wird</translation>
    </message>
    <message>
        <source>%1 frames will be made</source>
        <translation>%1 Bilder werden gemacht</translation>
    </message>
    <message>
        <source>%1 frames will be made: the nearest the model can</source>
        <translation>%1 Bilder werden gemacht: das Nächste, was das Modell kann</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Text blend</source>
        <translation>Übergang des Textes</translation>
    </message>
    <message>
        <source>first</source>
        <translation>erstes</translation>
    </message>
    <message>
        <source>last</source>
        <translation>letztes</translation>
    </message>
    <message>
        <source>at %1 s</source>
        <translation>bei %1 s</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>as the text says</source>
        <translation>wie der Text sagt</translation>
    </message>
    <message>
        <source>Select a shot on the timeline to write its text.</source>
        <translation>Wählen Sie auf der Zeitleiste einen Shot, um seinen Text zu schreiben.</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Text of the shot</source>
        <translation>Text des Shots</translation>
    </message>
    <message>
        <source>Exact text the shot is made with</source>
        <translation>Genauer Text, mit dem der Shot gemacht wird</translation>
    </message>
    <message>
        <source>Tokens of the text</source>
        <translation>Tokens des Textes</translation>
    </message>
    <message>
        <source>Made with exactly this text:</source>
        <translation>Gemacht mit genau diesem Text:</translation>
    </message>
    <message>
        <source>Length in seconds</source>
        <translation>Länge in Sekunden</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Length in frames</source>
        <translation>Länge in Bildern</translation>
    </message>
    <message>
        <source>Seam to the shot before</source>
        <translation>Naht zum Shot davor</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Schnitt</translation>
    </message>
    <message>
        <source>Dissolve</source>
        <translation>Überblendung</translation>
    </message>
    <message>
        <source>Length of the dissolve</source>
        <translation>Länge der Überblendung</translation>
    </message>
    <message>
        <source>How long the text blends over</source>
        <translation>Wie lange der Text übergeht</translation>
    </message>
    <message>
        <source>How many steps of the picture stream the text takes to change from the shot before to this one; 0: at once</source>
        <translation>In wie vielen Schritten des Bildstroms der Text vom Shot davor zu diesem wechselt; 0: sofort</translation>
    </message>
    <message>
        <source>&amp;Length</source>
        <translation>&amp;Länge</translation>
    </message>
    <message>
        <source>Fr&amp;ames</source>
        <translation>B&amp;ilder</translation>
    </message>
    <message>
        <source>Sea&amp;m</source>
        <translation>&amp;Naht</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>from the film</source>
        <translation>vom Film</translation>
    </message>
    <message>
        <source>Lock seed</source>
        <translation>Seed sperren</translation>
    </message>
    <message>
        <source>Locked: this shot keeps its own seed</source>
        <translation>Gesperrt: dieser Shot behält seinen eigenen Seed</translation>
    </message>
    <message>
        <source>New seed</source>
        <translation>Neuer Seed</translation>
    </message>
    <message>
        <source>Roll a new seed</source>
        <translation>Neuen Seed würfeln</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>S&amp;eed</translation>
    </message>
    <message>
        <source>&amp;Camera</source>
        <translation>&amp;Kamera</translation>
    </message>
    <message>
        <source>Keyframes: drop pictures here</source>
        <translation>Keyframes: Bilder hierher ziehen</translation>
    </message>
    <message>
        <source>Add keyframe picture</source>
        <translation>Keyframe-Bild hinzufügen</translation>
    </message>
    <message>
        <source>Remove keyframe</source>
        <translation>Keyframe entfernen</translation>
    </message>
    <message>
        <source>Keyframes</source>
        <translation>Keyframes</translation>
    </message>
    <message>
        <source>What a voice says over this shot</source>
        <translation>Was eine Stimme über diesem Shot sagt</translation>
    </message>
    <message>
        <source>Narration</source>
        <translation>Sprechtext</translation>
    </message>
    <message>
        <source>&amp;Narration</source>
        <translation>S&amp;prechtext</translation>
    </message>
    <message>
        <source>For you alone; never part of the picture</source>
        <translation>Nur für Sie; nie Teil des Bildes</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>N&amp;otes</source>
        <translation>N&amp;otizen</translation>
    </message>
    <message>
        <source>What should not be seen</source>
        <translation>Was nicht zu sehen sein soll</translation>
    </message>
    <message>
        <source>Negative text</source>
        <translation>Negativtext</translation>
    </message>
    <message>
        <source>Sampling steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>as the film</source>
        <translation>wie der Film</translation>
    </message>
    <message>
        <source>How often the picture is refined; more takes longer</source>
        <translation>Wie oft das Bild verfeinert wird; mehr dauert länger</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Führung</translation>
    </message>
    <message>
        <source>How strictly the picture follows the text (CFG scale)</source>
        <translation>Wie streng das Bild dem Text folgt (CFG-Skala)</translation>
    </message>
    <message>
        <source>Context latents</source>
        <translation>Kontext-Latents</translation>
    </message>
    <message>
        <source>as the model</source>
        <translation>wie das Modell</translation>
    </message>
    <message>
        <source>How many of the last latents of the shot before this one are seen when continuing</source>
        <translation>Wie viele der letzten Latents des Shots davor beim Fortsetzen gesehen werden</translation>
    </message>
    <message>
        <source>End meets beginning</source>
        <translation>Ende trifft Anfang</translation>
    </message>
    <message>
        <source>Pin: keep the take although out of date</source>
        <translation>Anheften: Take behalten, auch wenn veraltet</translation>
    </message>
    <message>
        <source>Pin take</source>
        <translation>Take anheften</translation>
    </message>
    <message>
        <source>Ne&amp;gative text</source>
        <translation>Ne&amp;gativtext</translation>
    </message>
    <message>
        <source>S&amp;teps</source>
        <translation>S&amp;chritte</translation>
    </message>
    <message>
        <source>G&amp;uidance</source>
        <translation>&amp;Führung</translation>
    </message>
    <message>
        <source>Conte&amp;xt</source>
        <translation>Konte&amp;xt</translation>
    </message>
</context>
<context>
    <name>ShotListModel</name>
    <message>
        <source>Shot %1, %2, %3, %4. %5</source>
        <translation>Shot %1, %2, %3, %4. %5</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Seam</source>
        <translation>Naht</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>Szene</translation>
    </message>
    <message>
        <source>edit text</source>
        <translation>Text ändern</translation>
    </message>
    <message>
        <source>change seam</source>
        <translation>Naht ändern</translation>
    </message>
</context>
<context>
    <name>ShotListView</name>
    <message>
        <source>Shots</source>
        <translation>Shots</translation>
    </message>
</context>
<context>
    <name>ShotStates</name>
    <message>
        <source>not rendered yet</source>
        <translation>noch nicht gerendert</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>out of date</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>rendering, %1 %</source>
        <translation>wird gerendert, %1 %</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1, pinned</source>
        <translation>%1, angeheftet</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>StepGraph</name>
    <message>
        <source>Seconds per step</source>
        <translation>Sekunden je Schritt</translation>
    </message>
    <message>
        <source>last step %1 s</source>
        <translation>letzter Schritt %1 s</translation>
    </message>
    <message>
        <source>%1 s a step</source>
        <translation>%1 s je Schritt</translation>
    </message>
</context>
<context>
    <name>StoragePage</name>
    <message>
        <source>Most space for the takes of a film</source>
        <translation>Höchstens so viel Platz für die Takes eines Films</translation>
    </message>
    <message>
        <source>&amp;Free space now</source>
        <translation>Jetzt Platz &amp;freigeben</translation>
    </message>
    <message>
        <source>Remove takes that nothing needs</source>
        <translation>Takes entfernen, die nichts mehr braucht</translation>
    </message>
    <message>
        <source>Folder of the cache</source>
        <translation>Ordner des Caches</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>ohne Grenze</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>Removes deleted takes and, above the limit, the oldest. Takes that are shown, rated or continued from stay.</source>
        <translation>Entfernt gelöschte Takes und, über der Grenze, die ältesten. Takes, die gezeigt, bewertet oder fortgesetzt werden, bleiben.</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen …</translation>
    </message>
    <message>
        <source>Choose folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Keep at most of a film&apos;s &amp;takes</source>
        <translation>Von den &amp;Takes eines Films höchstens behalten</translation>
    </message>
    <message>
        <source>&amp;Cache: what the program measured on this machine</source>
        <translation>&amp;Cache: was das Programm auf diesem Rechner gemessen hat</translation>
    </message>
    <message>
        <source>May be deleted at any time; it is made again. Another folder is used from the next start on.</source>
        <translation>Darf jederzeit gelöscht werden; er entsteht neu. Ein anderer Ordner gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>%1 freed. %2</source>
        <translation>%1 freigegeben. %2</translation>
    </message>
    <message numerus="yes">
        <source>This film has %n take(s), %1.</source>
        <translation>
            <numerusform>Dieser Film hat %n Take, %1.</numerusform>
            <numerusform>Dieser Film hat %n Takes, %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StoryChangesDialog</name>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>verschoben</translation>
    </message>
    <message>
        <source>%1 — also changed here: the story wins</source>
        <translation>%1 — auch hier geändert: die Geschichte gilt</translation>
    </message>
    <message>
        <source>Shot %1 %2: %3</source>
        <translation>Shot %1 %2: %3</translation>
    </message>
    <message>
        <source>Import story</source>
        <translation>Geschichte importieren</translation>
    </message>
    <message>
        <source>What the story changes</source>
        <translation>Was die Geschichte ändert</translation>
    </message>
    <message>
        <source>Shot</source>
        <translation>Shot</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Bring in %n change(s)</source>
        <translation>
            <numerusform>%n Änderung über&amp;nehmen</numerusform>
            <numerusform>%n Änderungen über&amp;nehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shot(s) of the story stay as they are, with their takes. Shots made in the studio are not touched.</source>
        <translation>
            <numerusform>%n Shot der Geschichte bleibt, wie er ist, mit seinen Takes. Im Studio gemachte Shots bleiben unberührt.</numerusform>
            <numerusform>%n Shots der Geschichte bleiben, wie sie sind, mit ihren Takes. Im Studio gemachte Shots bleiben unberührt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakesModel</name>
    <message>
        <source>Take %1</source>
        <translation>Take %1</translation>
    </message>
    <message>
        <source>Take %1, seed %2, %3 of 5 stars%4</source>
        <translation>Take %1, Seed %2, %3 von 5 Sternen%4</translation>
    </message>
    <message>
        <source>, chosen</source>
        <translation>, gewählt</translation>
    </message>
    <message>
        <source>Take %1 · seed %2 · %3 steps · made in %4</source>
        <translation>Take %1 · Seed %2 · %3 Schritte · in %4 gemacht</translation>
    </message>
</context>
<context>
    <name>TakesPanel</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Negative text</source>
        <translation>Negativtext</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Führung</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Continues take</source>
        <translation>Setzt Take fort</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Gemacht auf</translation>
    </message>
    <message>
        <source>Takes of the shot</source>
        <translation>Takes des Shots</translation>
    </message>
    <message>
        <source>No takes yet. Render the shot to see it here; render again for another one.</source>
        <translation>Noch keine Takes. Rendern Sie den Shot, um ihn hier zu sehen, und noch einmal für einen weiteren.</translation>
    </message>
    <message>
        <source>Choose take</source>
        <translation>Take wählen</translation>
    </message>
    <message>
        <source>Delete take</source>
        <translation>Take löschen</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Show this take in the film (Enter)</source>
        <translation>Diesen Take im Film zeigen (Eingabe)</translation>
    </message>
    <message>
        <source>Delete this take; undo brings it back</source>
        <translation>Diesen Take löschen; Rückgängig holt ihn zurück</translation>
    </message>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n Stern</numerusform>
            <numerusform>%n Sterne</numerusform>
        </translation>
    </message>
    <message>
        <source>New take with new seed</source>
        <translation>Neuer Take mit neuem Seed</translation>
    </message>
    <message>
        <source>Made exactly like the chosen take.</source>
        <translation>Genau wie der gewählte Take gemacht.</translation>
    </message>
    <message>
        <source>Differs from the chosen take:
%1</source>
        <translation>Unterschied zum gewählten Take:
%1</translation>
    </message>
    <message>
        <source>Seed %1 · %2 steps · %3 frames</source>
        <translation>Seed %1 · %2 Schritte · %3 Bilder</translation>
    </message>
</context>
<context>
    <name>Timecode</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>no text yet</source>
        <translation>noch kein Text</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Add the first shot with Ctrl+Shift+N, or drop a story (a text file) here.</source>
        <translation>Fügen Sie mit Strg+Umschalt+N den ersten Shot hinzu oder ziehen Sie eine Geschichte (eine Textdatei) hierher.</translation>
    </message>
    <message>
        <source>Continues from the last moment of shot %1. Click to change, double-click to inspect.</source>
        <translation>Setzt den letzten Moment von Shot %1 fort. Klick zum Ändern, Doppelklick zum Ansehen.</translation>
    </message>
    <message>
        <source>Cut. Click to change, double-click to inspect.</source>
        <translation>Schnitt. Klick zum Ändern, Doppelklick zum Ansehen.</translation>
    </message>
    <message>
        <source>Dissolve. Click to change, double-click to inspect.</source>
        <translation>Überblendung. Klick zum Ändern, Doppelklick zum Ansehen.</translation>
    </message>
    <message>
        <source>Scene: %1. Double-click to rename.</source>
        <translation>Szene: %1. Doppelklick zum Umbenennen.</translation>
    </message>
    <message>
        <source>Shot %1: %2
%3, %4 frames
%5</source>
        <translation>Shot %1: %2
%3, %4 Bilder
%5</translation>
    </message>
    <message>
        <source>Shot %1, %2, %3, %4. %5</source>
        <translation>Shot %1, %2, %3, %4. %5</translation>
    </message>
    <message numerus="yes">
        <source>Copy %n shot(s) before shot %1</source>
        <translation>
            <numerusform>%n Shot vor Shot %1 kopieren</numerusform>
            <numerusform>%n Shots vor Shot %1 kopieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n shot(s) before shot %1</source>
        <translation>
            <numerusform>%n Shot vor Shot %1 verschieben</numerusform>
            <numerusform>%n Shots vor Shot %1 verschieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n shot(s) to the end</source>
        <translation>
            <numerusform>%n Shot ans Ende kopieren</numerusform>
            <numerusform>%n Shots ans Ende kopieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n shot(s) to the end</source>
        <translation>
            <numerusform>%n Shot ans Ende verschieben</numerusform>
            <numerusform>%n Shots ans Ende verschieben</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 frames</source>
        <translation>%1 · %2 Bilder</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n following shot(s) become out of date</source>
        <translation>
            <numerusform>%1 · %n folgender Shot veraltet</numerusform>
            <numerusform>%1 · %n folgende Shots veralten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Versions of the film</source>
        <translation>Fassungen des Films</translation>
    </message>
    <message>
        <source>Other versions</source>
        <translation>Andere Fassungen</translation>
    </message>
    <message>
        <source>&amp;Open this version</source>
        <translation>Diese Fassung &amp;öffnen</translation>
    </message>
    <message>
        <source>No other versions yet: one is kept with every save.</source>
        <translation>Noch keine anderen Fassungen: bei jedem Speichern wird eine aufgehoben.</translation>
    </message>
    <message>
        <source>Opening a version changes nothing until you save.</source>
        <translation>Eine Fassung zu öffnen ändert nichts, bis Sie speichern.</translation>
    </message>
    <message numerus="yes">
        <source>%n shot(s)</source>
        <translation>
            <numerusform>%n Shot</numerusform>
            <numerusform>%n Shots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkerClient</name>
    <message>
        <source>The renderer stopped unexpectedly.</source>
        <translation>Der Renderer ist unerwartet stehen geblieben.</translation>
    </message>
    <message>
        <source>The renderer ended with code %1.</source>
        <translation>Der Renderer endete mit Code %1.</translation>
    </message>
    <message>
        <source>The renderer %1 could not be started: %2</source>
        <translation>Der Renderer %1 konnte nicht gestartet werden: %2</translation>
    </message>
    <message>
        <source>The renderer sent a line that is too long.</source>
        <translation>Der Renderer schickte eine zu lange Zeile.</translation>
    </message>
</context>
</TS>
