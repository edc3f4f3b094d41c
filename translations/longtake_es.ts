<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES">
<context>
    <name>ActionPalette</name>
    <message>
        <source>Name of an action</source>
        <translation>Nombre de una acción</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Acciones</translation>
    </message>
    <message>
        <source>Find action</source>
        <translation>Buscar acción</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>¿Qué quiere hacer?</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New film…</source>
        <translation>Película &amp;nueva…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Abrir…</translation>
    </message>
    <message>
        <source>&amp;Import story…</source>
        <translation>&amp;Importar historia…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Guardar &amp;como…</translation>
    </message>
    <message>
        <source>Other &amp;versions…</source>
        <translation>Otras &amp;versiones…</translation>
    </message>
    <message>
        <source>&amp;Export film…</source>
        <translation>&amp;Exportar película…</translation>
    </message>
    <message>
        <source>Export &amp;frame…</source>
        <translation>Exportar &amp;fotograma…</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Preferencias…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>Cu&amp;t shots</source>
        <translation>Cor&amp;tar planos</translation>
    </message>
    <message>
        <source>&amp;Copy shots</source>
        <translation>&amp;Copiar planos</translation>
    </message>
    <message>
        <source>&amp;Paste shots</source>
        <translation>&amp;Pegar planos</translation>
    </message>
    <message>
        <source>&amp;Delete shots</source>
        <translation>&amp;Eliminar planos</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Seleccionar &amp;todo</translation>
    </message>
    <message>
        <source>D&amp;eselect</source>
        <translation>Des&amp;eleccionar</translation>
    </message>
    <message>
        <source>&amp;Find action…</source>
        <translation>&amp;Buscar acción…</translation>
    </message>
    <message>
        <source>&amp;New shot</source>
        <translation>Plano &amp;nuevo</translation>
    </message>
    <message>
        <source>&amp;Append shot</source>
        <translation>&amp;Añadir plano al final</translation>
    </message>
    <message>
        <source>&amp;Write prompt</source>
        <translation>&amp;Escribir texto</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Duplicar</translation>
    </message>
    <message>
        <source>&amp;Split at playhead</source>
        <translation>&amp;Dividir en el cabezal</translation>
    </message>
    <message>
        <source>&amp;Merge selected</source>
        <translation>&amp;Unir selección</translation>
    </message>
    <message>
        <source>Trim &amp;head to playhead</source>
        <translation>Recortar &amp;inicio hasta el cabezal</translation>
    </message>
    <message>
        <source>Trim &amp;tail to playhead</source>
        <translation>Recortar &amp;final hasta el cabezal</translation>
    </message>
    <message>
        <source>Sho&amp;rter</source>
        <translation>Más co&amp;rto</translation>
    </message>
    <message>
        <source>&amp;Longer</source>
        <translation>Más &amp;largo</translation>
    </message>
    <message>
        <source>Move &amp;earlier</source>
        <translation>Mover &amp;antes</translation>
    </message>
    <message>
        <source>Move &amp;later</source>
        <translation>Mover &amp;después</translation>
    </message>
    <message>
        <source>Seam: &amp;continue</source>
        <translation>Unión: &amp;continuar</translation>
    </message>
    <message>
        <source>Seam: c&amp;ut</source>
        <translation>Unión: c&amp;orte</translation>
    </message>
    <message>
        <source>Seam: dissol&amp;ve</source>
        <translation>Unión: &amp;fundido</translation>
    </message>
    <message>
        <source>New scene from &amp;selection</source>
        <translation>Escena nueva con la &amp;selección</translation>
    </message>
    <message>
        <source>Take out of scene</source>
        <translation>Sacar de la escena</translation>
    </message>
    <message>
        <source>&amp;Pin take (keep although stale)</source>
        <translation>&amp;Fijar toma (conservar aunque esté obsoleta)</translation>
    </message>
    <message>
        <source>End meets &amp;beginning</source>
        <translation>El final enlaza con el &amp;principio</translation>
    </message>
    <message>
        <source>Use frame as &amp;keyframe of next shot</source>
        <translation>Usar fotograma como &amp;clave del plano siguiente</translation>
    </message>
    <message>
        <source>Render &amp;this shot</source>
        <translation>&amp;Renderizar este plano</translation>
    </message>
    <message>
        <source>Render this shot &amp;first</source>
        <translation>Renderizar este plano &amp;primero</translation>
    </message>
    <message>
        <source>Render &amp;stale</source>
        <translation>Renderizar &amp;obsoletos</translation>
    </message>
    <message>
        <source>&amp;New take with new seed</source>
        <translation>&amp;Toma nueva con otra semilla</translation>
    </message>
    <message>
        <source>&amp;Pause queue</source>
        <translation>&amp;Pausar cola</translation>
    </message>
    <message>
        <source>Stop &amp;after this shot</source>
        <translation>Parar &amp;tras este plano</translation>
    </message>
    <message>
        <source>A&amp;bort</source>
        <translation>&amp;Abortar</translation>
    </message>
    <message>
        <source>Abort and &amp;reseed</source>
        <translation>Abortar y cambiar &amp;semilla</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>&amp;Reproducir o pausar</translation>
    </message>
    <message>
        <source>Play &amp;In to Out</source>
        <translation>Reproducir de &amp;entrada a salida</translation>
    </message>
    <message>
        <source>Shuttle &amp;back</source>
        <translation>Hacia &amp;atrás</translation>
    </message>
    <message>
        <source>&amp;Shuttle stop</source>
        <translation>&amp;Detener</translation>
    </message>
    <message>
        <source>Shuttle &amp;forward</source>
        <translation>Hacia &amp;delante</translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation>Fotograma anterior</translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation>Fotograma siguiente</translation>
    </message>
    <message>
        <source>One second back</source>
        <translation>Un segundo atrás</translation>
    </message>
    <message>
        <source>One second on</source>
        <translation>Un segundo adelante</translation>
    </message>
    <message>
        <source>Previous seam</source>
        <translation>Unión anterior</translation>
    </message>
    <message>
        <source>Next seam</source>
        <translation>Unión siguiente</translation>
    </message>
    <message>
        <source>Start of film</source>
        <translation>Inicio de la película</translation>
    </message>
    <message>
        <source>End of film</source>
        <translation>Final de la película</translation>
    </message>
    <message>
        <source>Mark In</source>
        <translation>Marcar entrada</translation>
    </message>
    <message>
        <source>Mark Out</source>
        <translation>Marcar salida</translation>
    </message>
    <message>
        <source>Go to In</source>
        <translation>Ir a la entrada</translation>
    </message>
    <message>
        <source>Go to Out</source>
        <translation>Ir a la salida</translation>
    </message>
    <message>
        <source>Clear marks</source>
        <translation>Borrar marcas</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>&amp;Bucle</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>A&amp;cercar</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>A&amp;lejar</translation>
    </message>
    <message>
        <source>Show whole &amp;film</source>
        <translation>Ver toda la &amp;película</translation>
    </message>
    <message>
        <source>S&amp;nap</source>
        <translation>&amp;Ajustar</translation>
    </message>
    <message>
        <source>&amp;Full screen player</source>
        <translation>Visor a pantalla &amp;completa</translation>
    </message>
    <message>
        <source>&amp;Safe areas</source>
        <translation>Áreas &amp;seguras</translation>
    </message>
    <message>
        <source>Compare takes: &amp;wipe</source>
        <translation>Comparar tomas: &amp;cortinilla</translation>
    </message>
    <message>
        <source>Compare takes: side &amp;by side</source>
        <translation>Comparar tomas: lado a &amp;lado</translation>
    </message>
    <message>
        <source>&amp;Continuity at this seam</source>
        <translation>&amp;Continuidad en esta unión</translation>
    </message>
    <message>
        <source>Layout: &amp;Editing</source>
        <translation>Disposición: &amp;edición</translation>
    </message>
    <message>
        <source>Layout: F&amp;ocus</source>
        <translation>Disposición: enf&amp;oque</translation>
    </message>
    <message>
        <source>Layout: &amp;Writing</source>
        <translation>Disposición: e&amp;scritura</translation>
    </message>
    <message>
        <source>Layout: &amp;Review</source>
        <translation>Disposición: &amp;revisión</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Teclas</translation>
    </message>
    <message>
        <source>&amp;About Longtake</source>
        <translation>&amp;Acerca de Longtake</translation>
    </message>
    <message>
        <source>Longtake</source>
        <translation>Longtake</translation>
    </message>
    <message>
        <source>As in Premiere</source>
        <translation>Como en Premiere</translation>
    </message>
    <message>
        <source>As in Resolve</source>
        <translation>Como en Resolve</translation>
    </message>
    <message>
        <source>As in Shotcut</source>
        <translation>Como en Shotcut</translation>
    </message>
</context>
<context>
    <name>CharactersPanel</name>
    <message>
        <source>Characters</source>
        <translation>Personajes</translation>
    </message>
    <message>
        <source>Add character</source>
        <translation>Añadir personaje</translation>
    </message>
    <message>
        <source>Remove character</source>
        <translation>Quitar personaje</translation>
    </message>
    <message>
        <source>Name of the character</source>
        <translation>Nombre del personaje</translation>
    </message>
    <message>
        <source>Description of the character</source>
        <translation>Descripción del personaje</translation>
    </message>
    <message>
        <source>Write @name in a shot; the description takes its place.</source>
        <translation>Escriba @nombre en un plano; la descripción ocupa su lugar.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Descripción</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>No characters yet. Add one to use it in several shots.</source>
        <translation>Aún no hay personajes. Añada uno para usarlo en varios planos.</translation>
    </message>
    <message>
        <source>Used in no shot yet.</source>
        <translation>Aún no se usa en ningún plano.</translation>
    </message>
    <message>
        <source>Used in shots: %1</source>
        <translation>Se usa en los planos: %1</translation>
    </message>
</context>
<context>
    <name>ContentQuestion</name>
    <message>
        <source>sexual content with minors</source>
        <translation>contenido sexual con menores</translation>
    </message>
    <message>
        <source>sexual content</source>
        <translation>contenido sexual</translation>
    </message>
    <message>
        <source>cruelty</source>
        <translation>crueldad</translation>
    </message>
    <message>
        <source>self-harm</source>
        <translation>autolesión</translation>
    </message>
    <message>
        <source>symbols of hate</source>
        <translation>símbolos de odio</translation>
    </message>
    <message>
        <source>Shot %1: %2 (%3)</source>
        <translation>Plano %1: %2 (%3)</translation>
    </message>
    <message>
        <source>Render this?</source>
        <translation>¿Renderizar esto?</translation>
    </message>
    <message>
        <source>You are asked because of the safety level in Preferences → Rendering.</source>
        <translation>Se pregunta por el nivel de seguridad en Preferencias → Renderizado.</translation>
    </message>
    <message>
        <source>&amp;Render</source>
        <translation>&amp;Renderizar</translation>
    </message>
    <message>
        <source>&amp;Leave out</source>
        <translation>&amp;Omitir</translation>
    </message>
</context>
<context>
    <name>ContinuityPanel</name>
    <message>
        <source>Seams, the worst first</source>
        <translation>Uniones, la peor primero</translation>
    </message>
    <message>
        <source>Measure the film to see where its colours drift and which seams can be seen.</source>
        <translation>Mida la película para ver dónde derivan los colores y qué uniones se notan.</translation>
    </message>
    <message>
        <source>&amp;Measure film</source>
        <translation>&amp;Medir película</translation>
    </message>
    <message>
        <source>Measure film</source>
        <translation>Medir película</translation>
    </message>
    <message>
        <source>Measuring: %1 %</source>
        <translation>Midiendo: %1 %</translation>
    </message>
    <message>
        <source>Every shot needs a picture first: render the missing ones.</source>
        <translation>Cada plano necesita antes una imagen: renderice los que faltan.</translation>
    </message>
    <message>
        <source>No continuing seams.</source>
        <translation>No hay uniones continuas.</translation>
    </message>
    <message>
        <source>Continuing seams: ratio %1 in the middle.</source>
        <translation>Uniones continuas: razón mediana %1.</translation>
    </message>
    <message>
        <source>%1 Colour drift %2, sharpness ×%3, flicker %4.</source>
        <translation>%1 Deriva de color %2, nitidez ×%3, parpadeo %4.</translation>
    </message>
</context>
<context>
    <name>DriftCurves</name>
    <message>
        <source>Drift along the film</source>
        <translation>Deriva a lo largo de la película</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Luz</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>Saturación</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>Nitidez</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Master</source>
        <translation>Máster</translation>
    </message>
    <message>
        <source>as rendered, unchanged shots are copied</source>
        <translation>tal como se renderizó; los planos sin cambios se copian</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>plays everywhere, good quality</source>
        <translation>se ve en todas partes, buena calidad</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Pequeño</translation>
    </message>
    <message>
        <source>for messages and drafts</source>
        <translation>para mensajes y borradores</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>What to export</source>
        <translation>Qué exportar</translation>
    </message>
    <message>
        <source>Size of the picture</source>
        <translation>Tamaño de la imagen</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Calidad</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Export film</source>
        <translation>Exportar película</translation>
    </message>
    <message>
        <source>Whole film</source>
        <translation>Película completa</translation>
    </message>
    <message>
        <source>From In to Out</source>
        <translation>De entrada a salida</translation>
    </message>
    <message>
        <source>Each shot as a file</source>
        <translation>Cada plano en un archivo</translation>
    </message>
    <message>
        <source>As the film (%1)</source>
        <translation>Como la película (%1)</translation>
    </message>
    <message>
        <source>Constant rate factor: lower is better and larger; 18 looks like the original</source>
        <translation>Factor de calidad constante: menor es mejor y ocupa más; 18 se ve como el original</translation>
    </message>
    <message>
        <source>as rendered</source>
        <translation>como se renderizó</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Examinar…</translation>
    </message>
    <message>
        <source>Choose file</source>
        <translation>Elegir archivo</translation>
    </message>
    <message>
        <source>&amp;Render first, then export</source>
        <translation>Primero &amp;renderizar, luego exportar</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportar</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Qué</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Tamaño</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>&amp;Calidad</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>Films (*.mp4)</source>
        <translation>Películas (*.mp4)</translation>
    </message>
    <message>
        <source>Shots without a picture: %1</source>
        <translation>Planos sin imagen: %1</translation>
    </message>
    <message>
        <source>Shots out of date: %1</source>
        <translation>Planos desactualizados: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n shot(s) can be rendered first</source>
        <translation>
            <numerusform>Antes se puede renderizar %n plano</numerusform>
            <numerusform>Antes se pueden renderizar %n planos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, in about %2</source>
        <translation>%1, en unos %2</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>Unos %1</translation>
    </message>
    <message>
        <source>%1 · %2 frames</source>
        <translation>%1 · %2 fotogramas</translation>
    </message>
    <message>
        <source>The file exists and will be replaced when the new one is whole.</source>
        <translation>El archivo existe y se sustituirá cuando el nuevo esté completo.</translation>
    </message>
</context>
<context>
    <name>FilmEditor</name>
    <message numerus="yes">
        <source>%n shot(s)</source>
        <translation>
            <numerusform>%n plano</numerusform>
            <numerusform>%n planos</numerusform>
        </translation>
    </message>
    <message>
        <source>shot %1</source>
        <translation>plano %1</translation>
    </message>
    <message>
        <source>add shot %1</source>
        <translation>añadir plano %1</translation>
    </message>
    <message>
        <source>delete %1</source>
        <translation>eliminar %1</translation>
    </message>
    <message numerus="yes">
        <source>insert %n shot(s)</source>
        <translation>
            <numerusform>insertar %n plano</numerusform>
            <numerusform>insertar %n planos</numerusform>
        </translation>
    </message>
    <message>
        <source>move %1</source>
        <translation>mover %1</translation>
    </message>
    <message>
        <source>split shot %1</source>
        <translation>dividir plano %1</translation>
    </message>
    <message>
        <source>merge %1</source>
        <translation>unir %1</translation>
    </message>
    <message>
        <source>change length of %1</source>
        <translation>cambiar duración de %1</translation>
    </message>
    <message>
        <source>new scene</source>
        <translation>escena nueva</translation>
    </message>
    <message>
        <source>rename scene</source>
        <translation>renombrar escena</translation>
    </message>
    <message>
        <source>describe scene</source>
        <translation>describir escena</translation>
    </message>
    <message>
        <source>change character %1</source>
        <translation>cambiar personaje %1</translation>
    </message>
    <message>
        <source>remove character %1</source>
        <translation>quitar personaje %1</translation>
    </message>
    <message>
        <source>choose take of %1</source>
        <translation>elegir toma de %1</translation>
    </message>
    <message>
        <source>rate take</source>
        <translation>valorar toma</translation>
    </message>
    <message>
        <source>delete take</source>
        <translation>eliminar toma</translation>
    </message>
</context>
<context>
    <name>FilmPanel</name>
    <message>
        <source>Title of the film</source>
        <translation>Título de la película</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>Ancho en píxeles</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>Alto en píxeles</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>Fotogramas por segundo</translation>
    </message>
    <message>
        <source>Seed of the film</source>
        <translation>Semilla de la película</translation>
    </message>
    <message>
        <source>Added to the text of every shot: light, lens, materials, mood</source>
        <translation>Se añade al texto de cada plano: luz, lente, materiales, ambiente</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>What should not be seen in any shot</source>
        <translation>Lo que no debe verse en ningún plano</translation>
    </message>
    <message>
        <source>Negative text of the film</source>
        <translation>Texto negativo de la película</translation>
    </message>
    <message>
        <source>Sampling steps of the film</source>
        <translation>Pasos de la película</translation>
    </message>
    <message>
        <source>as the model</source>
        <translation>como el modelo</translation>
    </message>
    <message>
        <source>Guidance of the film</source>
        <translation>Guía de la película</translation>
    </message>
    <message>
        <source>Drift help</source>
        <translation>Ayuda contra la deriva</translation>
    </message>
    <message>
        <source>off</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Pulls colours of a long chain back towards its beginning</source>
        <translation>Acerca los colores de una cadena larga a los del principio</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Título</translation>
    </message>
    <message>
        <source>&amp;Look of the film</source>
        <translation>A&amp;specto de la película</translation>
    </message>
    <message>
        <source>Ne&amp;gative text</source>
        <translation>Texto ne&amp;gativo</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modelo</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>A&amp;ncho</translation>
    </message>
    <message>
        <source>He&amp;ight</source>
        <translation>Alt&amp;o</translation>
    </message>
    <message>
        <source>Fr&amp;ames per second</source>
        <translation>&amp;Fotogramas por segundo</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>Sem&amp;illa</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>G&amp;uidance</source>
        <translation>G&amp;uía</translation>
    </message>
    <message>
        <source>change title</source>
        <translation>cambiar título</translation>
    </message>
    <message>
        <source>change look</source>
        <translation>cambiar aspecto</translation>
    </message>
    <message>
        <source>edit negative text</source>
        <translation>editar texto negativo</translation>
    </message>
    <message>
        <source>change model</source>
        <translation>cambiar modelo</translation>
    </message>
    <message>
        <source>change size</source>
        <translation>cambiar tamaño</translation>
    </message>
    <message>
        <source>change frame rate</source>
        <translation>cambiar fotogramas por segundo</translation>
    </message>
    <message>
        <source>change seed of the film</source>
        <translation>cambiar semilla de la película</translation>
    </message>
    <message>
        <source>change steps</source>
        <translation>cambiar pasos</translation>
    </message>
    <message>
        <source>change guidance</source>
        <translation>cambiar guía</translation>
    </message>
    <message>
        <source>change drift help</source>
        <translation>cambiar ayuda contra la deriva</translation>
    </message>
</context>
<context>
    <name>FilmSession</name>
    <message>
        <source>A take was damaged and set aside: %1</source>
        <translation>Una toma estaba dañada y se apartó: %1</translation>
    </message>
</context>
<context>
    <name>HintBar</name>
    <message>
        <source>Hint</source>
        <translation>Consejo</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Siguiente</translation>
    </message>
    <message>
        <source>Next hint</source>
        <translation>Siguiente consejo</translation>
    </message>
    <message>
        <source>No more hints</source>
        <translation>No mostrar más consejos</translation>
    </message>
    <message>
        <source>This film is an example. It is being made right now: %1 plays what is there.</source>
        <translation>Esta película es un ejemplo. Se está creando ahora mismo: %1 reproduce lo que ya hay.</translation>
    </message>
    <message>
        <source>Click a shot below and change its text. %1 renders what has changed, and only that.</source>
        <translation>Haga clic en un plano y cambie su texto. %1 renderiza lo que ha cambiado, y solo eso.</translation>
    </message>
    <message>
        <source>The sign between two shots says how they join: click it. %1 makes an MP4 of the film.</source>
        <translation>El signo entre dos planos indica cómo se unen: haga clic en él. %1 crea un MP4 de la película.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Listo</translation>
    </message>
</context>
<context>
    <name>Lock</name>
    <message>
        <source>Film is open already</source>
        <translation>La película ya está abierta</translation>
    </message>
    <message>
        <source>“%1” is open in another window or on another machine.</source>
        <translation>«%1» está abierta en otra ventana o en otro equipo.</translation>
    </message>
    <message>
        <source>Opened by %1 on %2, %3</source>
        <translation>Abierta por %1 en %2, %3</translation>
    </message>
    <message>
        <source>Take it over only when nobody works there: two sessions would overwrite each other.</source>
        <translation>Tome el control solo si nadie trabaja allí: dos sesiones se sobrescribirían.</translation>
    </message>
    <message>
        <source>Open for &amp;reading</source>
        <translation>Abrir solo para &amp;leer</translation>
    </message>
    <message>
        <source>&amp;Take over</source>
        <translation>&amp;Tomar el control</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Notice</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Film as opened</source>
        <translation>Película tal como se abrió</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Tomas</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Personajes</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Shot</source>
        <translation>Plano</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Película</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Cola</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Línea de tiempo</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>Deriva</translation>
    </message>
    <message>
        <source>Shots</source>
        <translation>Planos</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;Shot</source>
        <translation>P&amp;lano</translation>
    </message>
    <message>
        <source>&amp;Render</source>
        <translation>&amp;Renderizar</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Reproducir</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Abrir &amp;reciente</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Paneles</translation>
    </message>
    <message>
        <source>Main bar</source>
        <translation>Barra principal</translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>Mostrar la cola</translation>
    </message>
    <message>
        <source>Model and device</source>
        <translation>Modelo y dispositivo</translation>
    </message>
    <message>
        <source>Shot being rendered</source>
        <translation>Plano que se está renderizando</translation>
    </message>
    <message>
        <source>Stop export</source>
        <translation>Parar exportación</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %2 · %n thread(s) · %3</source>
        <translation>
            <numerusform>%1 · %2 · %n hilo · %3</numerusform>
            <numerusform>%1 · %2 · %n hilos · %3</numerusform>
        </translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>paso %1 de %2</translation>
    </message>
    <message>
        <source>preparing…</source>
        <translation>preparando…</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) failed; the queue says why.</source>
        <translation>
            <numerusform>%n trabajo falló; la cola dice por qué.</numerusform>
            <numerusform>%n trabajos fallaron; la cola dice por qué.</numerusform>
        </translation>
    </message>
    <message>
        <source>Queue finished</source>
        <translation>Cola terminada</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) done</source>
        <translation>
            <numerusform>%n trabajo terminado</numerusform>
            <numerusform>%n trabajos terminados</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Deshacer: %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Rehacer: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>&amp;Render stale (%1)</source>
        <translation>&amp;Renderizar obsoletos (%1)</translation>
    </message>
    <message>
        <source>&amp;Render stale</source>
        <translation>&amp;Renderizar obsoletos</translation>
    </message>
    <message>
        <source>%1 (read only)</source>
        <translation>%1 (solo lectura)</translation>
    </message>
    <message>
        <source>Has unsaved changes</source>
        <translation>Tiene cambios sin guardar</translation>
    </message>
    <message numerus="yes">
        <source>%n shot(s) · %1 · %2×%3 · %4 fps</source>
        <translation>
            <numerusform>%n plano · %1 · %2×%3 · %4 fps</numerusform>
            <numerusform>%n planos · %1 · %2×%3 · %4 fps</numerusform>
        </translation>
    </message>
    <message>
        <source>shot %1: step %2 of %3 · %4 s a step · %5 left</source>
        <translation>plano %1: paso %2 de %3 · %4 s por paso · quedan %5</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>Queue %1 · %2</source>
        <translation>Cola %1 · %2</translation>
    </message>
    <message>
        <source>Queue %1</source>
        <translation>Cola %1</translation>
    </message>
    <message>
        <source>change seam</source>
        <translation>cambiar unión</translation>
    </message>
    <message>
        <source>take out of scene</source>
        <translation>sacar de la escena</translation>
    </message>
    <message>
        <source>pin take</source>
        <translation>fijar toma</translation>
    </message>
    <message>
        <source>unpin take</source>
        <translation>soltar toma</translation>
    </message>
    <message>
        <source>end meets beginning</source>
        <translation>el final enlaza con el principio</translation>
    </message>
    <message>
        <source>Keyframe picture</source>
        <translation>Imagen clave</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.bmp)</source>
        <translation>Imágenes (*.png *.jpg *.jpeg *.webp *.bmp)</translation>
    </message>
    <message>
        <source>This shot has only one take.</source>
        <translation>Este plano solo tiene una toma.</translation>
    </message>
    <message>
        <source>Make another one with %1.</source>
        <translation>Haga otra con %1.</translation>
    </message>
    <message>
        <source>Chosen take</source>
        <translation>Toma elegida</translation>
    </message>
    <message>
        <source>Take %1</source>
        <translation>Toma %1</translation>
    </message>
    <message>
        <source>New scene</source>
        <translation>Escena nueva</translation>
    </message>
    <message>
        <source>Rename scene</source>
        <translation>Renombrar escena</translation>
    </message>
    <message>
        <source>Title of the scene:</source>
        <translation>Título de la escena:</translation>
    </message>
    <message>
        <source>Not rendered: %1</source>
        <translation>No se renderiza: %1</translation>
    </message>
    <message>
        <source>Change the text. What may be rendered is set in Preferences → Rendering.</source>
        <translation>Cambie el texto. Lo que se puede renderizar se elige en Preferencias → Renderizado.</translation>
    </message>
    <message>
        <source>Shot %1</source>
        <translation>Plano %1</translation>
    </message>
    <message numerus="yes">
        <source>%n shots</source>
        <translation>
            <numerusform>%n plano</numerusform>
            <numerusform>%n planos</numerusform>
        </translation>
    </message>
    <message>
        <source>The picture could not be copied to %1.</source>
        <translation>No se pudo copiar la imagen a %1.</translation>
    </message>
    <message>
        <source>Check that the folder can be written to.</source>
        <translation>Compruebe que se puede escribir en la carpeta.</translation>
    </message>
    <message>
        <source>add keyframe</source>
        <translation>añadir fotograma clave</translation>
    </message>
    <message>
        <source>There is no picture at the playhead yet.</source>
        <translation>Aún no hay imagen en el cabezal.</translation>
    </message>
    <message>
        <source>Render the shot first.</source>
        <translation>Renderice primero el plano.</translation>
    </message>
    <message>
        <source>Export frame</source>
        <translation>Exportar fotograma</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg)</source>
        <translation>Imágenes (*.png *.jpg)</translation>
    </message>
    <message>
        <source>Import story</source>
        <translation>Importar historia</translation>
    </message>
    <message>
        <source>Stories (*.txt *.md *.fountain *.spmd)</source>
        <translation>Historias (*.txt *.md *.fountain *.spmd)</translation>
    </message>
    <message>
        <source>About Longtake</source>
        <translation>Acerca de Longtake</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Longtake %1&lt;/h3&gt;&lt;p&gt;A studio for films told in shots.&lt;/p&gt;&lt;p&gt;Open source under the Apache License 2.0. No account, no server, no telemetry.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Longtake %1&lt;/h3&gt;&lt;p&gt;Un estudio para películas contadas en planos.&lt;/p&gt;&lt;p&gt;Código abierto con la licencia Apache 2.0. Sin cuenta, sin servidor, sin telemetría.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Cambios sin guardar</translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>¿Guardar los cambios de «%1»?</translation>
    </message>
    <message>
        <source>Takes that were rendered are kept either way.</source>
        <translation>Las tomas renderizadas se conservan en cualquier caso.</translation>
    </message>
    <message>
        <source>The example could not be copied to %1.</source>
        <translation>No se pudo copiar el ejemplo a %1.</translation>
    </message>
    <message>
        <source>Untitled film</source>
        <translation>Película sin título</translation>
    </message>
    <message>
        <source>open other version</source>
        <translation>abrir otra versión</translation>
    </message>
    <message>
        <source>An export is running already: %1</source>
        <translation>Ya hay una exportación en curso: %1</translation>
    </message>
    <message>
        <source>Wait for it or stop it first.</source>
        <translation>Espere a que acabe o párela antes.</translation>
    </message>
    <message>
        <source>Export · stop</source>
        <translation>Exportación · detener</translation>
    </message>
    <message numerus="yes">
        <source>Export waits for %n shot(s) · stop</source>
        <translation>
            <numerusform>La exportación espera %n plano · detener</numerusform>
            <numerusform>La exportación espera %n planos · detener</numerusform>
        </translation>
    </message>
    <message>
        <source>The film was not exported: not all of its shots were rendered.</source>
        <translation>La película no se exportó: no se renderizaron todos sus planos.</translation>
    </message>
    <message>
        <source>The queue says why.</source>
        <translation>La cola dice por qué.</translation>
    </message>
    <message>
        <source>Export %1 % · %2 · stop</source>
        <translation>Exportación %1 % · %2 · parar</translation>
    </message>
    <message>
        <source>Exported: %1</source>
        <translation>Exportado: %1</translation>
    </message>
    <message>
        <source>The export was stopped; no file was left behind.</source>
        <translation>La exportación se paró; no quedó ningún archivo.</translation>
    </message>
    <message>
        <source>The film is open for reading only.</source>
        <translation>La película está abierta solo para lectura.</translation>
    </message>
    <message>
        <source>Save it under another name to change it.</source>
        <translation>Guárdela con otro nombre para cambiarla.</translation>
    </message>
    <message>
        <source>Open film</source>
        <translation>Abrir película</translation>
    </message>
    <message>
        <source>Films (*.t2vproj)</source>
        <translation>Películas (*.t2vproj)</translation>
    </message>
    <message>
        <source>Save film</source>
        <translation>Guardar película</translation>
    </message>
    <message>
        <source>The story has no shots.</source>
        <translation>La historia no tiene planos.</translation>
    </message>
    <message>
        <source>The story says nothing new.</source>
        <translation>La historia no aporta nada nuevo.</translation>
    </message>
    <message>
        <source>import story</source>
        <translation>importar historia</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>%1/%2 (not fetched: git lfs pull)</source>
        <translation>%1/%2 (sin descargar: git lfs pull)</translation>
    </message>
</context>
<context>
    <name>ModelsPanel</name>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Add model folder</source>
        <translation>Añadir carpeta de modelo</translation>
    </message>
    <message>
        <source>Forget model folder</source>
        <translation>Olvidar carpeta de modelo</translation>
    </message>
    <message>
        <source>Use for this film</source>
        <translation>Usar en esta película</translation>
    </message>
    <message>
        <source>Check the model&apos;s files</source>
        <translation>Comprobar los archivos del modelo</translation>
    </message>
    <message>
        <source>How far the check is</source>
        <translation>Avance de la comprobación</translation>
    </message>
    <message>
        <source>Add a model folder (with model_index.json); nothing is copied</source>
        <translation>Añade una carpeta de modelo (con model_index.json); no se copia nada</translation>
    </message>
    <message>
        <source>Forget this folder; its files stay</source>
        <translation>Olvida esta carpeta; sus archivos se quedan</translation>
    </message>
    <message>
        <source>Compares every weight file with what the model needs and with the checksums that came with it</source>
        <translation>Compara cada archivo de pesos con lo que el modelo necesita y con las sumas de control que lo acompañan</translation>
    </message>
    <message>
        <source>Any diffusers model folder works where it lies. To fetch one yourself:
huggingface-cli download Wan-AI/Wan2.1-T2V-1.3B-Diffusers --local-dir FOLDER</source>
        <translation>Cualquier carpeta de modelo de diffusers sirve donde está. Para obtener una:
huggingface-cli download Wan-AI/Wan2.1-T2V-1.3B-Diffusers --local-dir CARPETA</translation>
    </message>
    <message>
        <source>Checked: all files are as the model needs them.</source>
        <translation>Comprobado: todos los archivos son como el modelo los necesita.</translation>
    </message>
    <message>
        <source>The check was stopped.</source>
        <translation>Se detuvo la comprobación.</translation>
    </message>
    <message>
        <source>change model</source>
        <translation>cambiar modelo</translation>
    </message>
    <message>
        <source>%1 (incomplete)</source>
        <translation>%1 (incompleto)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Comprobar</translation>
    </message>
    <message>
        <source>No model found. Add the folder of one.</source>
        <translation>No se encontró ningún modelo. Añada la carpeta de uno.</translation>
    </message>
    <message>
        <source>%1 · %2 on disk</source>
        <translation>%1 · %2 en disco</translation>
    </message>
    <message>
        <source>Needs about %1 of memory.</source>
        <translation>Necesita unos %1 de memoria.</translation>
    </message>
    <message>
        <source>Needs about %1 of memory; this machine has %2: choose a smaller one.</source>
        <translation>Necesita unos %1 de memoria; este equipo tiene %2: elija uno menor.</translation>
    </message>
    <message>
        <source>Needs about %1 of this machine&apos;s %2 of memory.</source>
        <translation>Necesita unos %1 de los %2 de memoria de este equipo.</translation>
    </message>
    <message>
        <source>Licence: not stated in the folder</source>
        <translation>Licencia: no indicada en la carpeta</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>Licencia: %1</translation>
    </message>
    <message numerus="yes">
        <source>Knows %n word(s)</source>
        <translation>
            <numerusform>Conoce %n palabra</numerusform>
            <numerusform>Conoce %n palabras</numerusform>
        </translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>Falta: %1</translation>
    </message>
    <message>
        <source>Made for: %1 at %2 frames per second, %3 steps, guidance %4</source>
        <translation>Hecho para: %1 a %2 fotogramas por segundo, %3 pasos, guía %4</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>De: %1</translation>
    </message>
    <message>
        <source>Added by name; &quot;longtake model remove %1&quot; forgets it</source>
        <translation>Añadido por nombre; «longtake model remove %1» lo olvida</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Comprobando…</translation>
    </message>
    <message>
        <source>Folder of a model</source>
        <translation>Carpeta de un modelo</translation>
    </message>
</context>
<context>
    <name>NewFilmDialog</name>
    <message>
        <source>A &amp;story: each line becomes a shot</source>
        <translation>Una &amp;historia: cada línea es un plano</translation>
    </message>
    <message>
        <source>From a story</source>
        <translation>A partir de una historia</translation>
    </message>
    <message>
        <source>A &amp;blank film</source>
        <translation>Una película en &amp;blanco</translation>
    </message>
    <message>
        <source>Blank film</source>
        <translation>Película en blanco</translation>
    </message>
    <message>
        <source>An &amp;example</source>
        <translation>Un &amp;ejemplo</translation>
    </message>
    <message>
        <source>From an example</source>
        <translation>A partir de un ejemplo</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>Historia</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Ejemplos</translation>
    </message>
    <message>
        <source>New film</source>
        <translation>Película nueva</translation>
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
        <translation>&amp;Crear película</translation>
    </message>
    <message>
        <source>What do you start from?</source>
        <translation>¿Con qué empieza?</translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message>
        <source>render version</source>
        <translation>versión del renderizador</translation>
    </message>
    <message>
        <source>model</source>
        <translation>modelo</translation>
    </message>
    <message>
        <source>adapters</source>
        <translation>adaptadores</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>texto</translation>
    </message>
    <message>
        <source>negative prompt</source>
        <translation>texto negativo</translation>
    </message>
    <message>
        <source>sampler</source>
        <translation>muestreador</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>semilla</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>pasos</translation>
    </message>
    <message>
        <source>guidance</source>
        <translation>guía</translation>
    </message>
    <message>
        <source>size</source>
        <translation>tamaño</translation>
    </message>
    <message>
        <source>length</source>
        <translation>duración</translation>
    </message>
    <message>
        <source>frame rate</source>
        <translation>fotogramas por segundo</translation>
    </message>
    <message>
        <source>drift help</source>
        <translation>ayuda contra la deriva</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>bucle</translation>
    </message>
    <message>
        <source>keyframes</source>
        <translation>fotogramas clave</translation>
    </message>
    <message>
        <source>context</source>
        <translation>contexto</translation>
    </message>
    <message>
        <source>prompt blend</source>
        <translation>mezcla del texto</translation>
    </message>
    <message>
        <source>the prompt it blends from</source>
        <translation>el texto del que parte</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>sin usar</translation>
    </message>
    <message>
        <source>%1 frames</source>
        <translation>%1 fotogramas</translation>
    </message>
    <message>
        <source>%1 latents</source>
        <translation>%1 latentes</translation>
    </message>
    <message>
        <source>on</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>off</source>
        <translation>no</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>cambió: %1</translation>
    </message>
    <message>
        <source>%1 changed from %2 to %3</source>
        <translation>cambió: %1, de %2 a %3</translation>
    </message>
    <message>
        <source>now continues from shot %1</source>
        <translation>ahora continúa del plano %1</translation>
    </message>
    <message>
        <source>now begins a new sequence</source>
        <translation>ahora empieza una secuencia nueva</translation>
    </message>
    <message>
        <source>the first shot of the sequence, which drift help looks at, changed</source>
        <translation>cambió el primer plano de la secuencia, que usa la ayuda contra la deriva</translation>
    </message>
    <message>
        <source>shot %1, which it continues from, will be rendered again</source>
        <translation>el plano %1, del que continúa, se renderizará de nuevo</translation>
    </message>
    <message>
        <source>shot %1, which it continues from, was rendered again</source>
        <translation>el plano %1, del que continúa, se renderizó de nuevo</translation>
    </message>
    <message>
        <source>shot %1, which it continues from, was rendered again with other bits</source>
        <translation>el plano %1, del que continúa, se renderizó de nuevo con otros bits</translation>
    </message>
    <message>
        <source>shot %1, which it continues from, cannot be rendered</source>
        <translation>el plano %1, del que continúa, no se puede renderizar</translation>
    </message>
    <message>
        <source>shot %1, which it continues from, is %2 and not %3</source>
        <translation>el plano %1, del que continúa, es de %2 y no de %3</translation>
    </message>
    <message>
        <source>shot %1, which it continues from, was made with another model, whose latents this one cannot read</source>
        <translation>el plano %1, del que continúa, se hizo con otro modelo, cuyos latentes este no puede leer</translation>
    </message>
    <message>
        <source>shot %1, which it continues from, has lost the beginning of its stream: %2</source>
        <translation>el plano %1, del que continúa, perdió el principio de su secuencia: %2</translation>
    </message>
    <message>
        <source>not rendered yet</source>
        <translation>aún sin renderizar</translation>
    </message>
    <message>
        <source>its take was deleted</source>
        <translation>se borró su toma</translation>
    </message>
    <message>
        <source>its take %1 was damaged and set aside: %2</source>
        <translation>su toma %1 estaba dañada y se apartó: %2</translation>
    </message>
    <message>
        <source>its take %1 is not there</source>
        <translation>su toma %1 no está</translation>
    </message>
    <message>
        <source>take %1 of an earlier render fits</source>
        <translation>la toma %1 de un renderizado anterior encaja</translation>
    </message>
    <message>
        <source>the last attempt failed: %1</source>
        <translation>el último intento falló: %1</translation>
    </message>
    <message>
        <source>the model %1 cannot pin an image at frame %2</source>
        <translation>el modelo %1 no puede fijar una imagen en el fotograma %2</translation>
    </message>
    <message>
        <source>the model %1 cannot make a loop</source>
        <translation>el modelo %1 no puede hacer un bucle</translation>
    </message>
    <message>
        <source>the model %1 needs sides that are multiples of %2, not %3</source>
        <translation>el modelo %1 necesita lados múltiplos de %2, no %3</translation>
    </message>
    <message>
        <source>keyframe image %1: %2</source>
        <translation>imagen clave %1: %2</translation>
    </message>
    <message>
        <source>the safety level refuses its text (%1)</source>
        <translation>el nivel de seguridad rechaza su texto (%1)</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>&amp;Look</source>
        <translation>&amp;Aspecto</translation>
    </message>
    <message>
        <source>&amp;Rendering</source>
        <translation>&amp;Renderizado</translation>
    </message>
    <message>
        <source>&amp;Storage</source>
        <translation>&amp;Almacenamiento</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Teclas</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Tema</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>Fastest there is</source>
        <translation>El más rápido que haya</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>Procesador (CPU)</translation>
    </message>
    <message>
        <source>NVIDIA or AMD graphics card</source>
        <translation>Tarjeta gráfica NVIDIA o AMD</translation>
    </message>
    <message>
        <source>Apple graphics</source>
        <translation>Gráficos de Apple</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Hilos</translation>
    </message>
    <message>
        <source>as many as the machine has cores (%1)</source>
        <translation>tantos como núcleos tenga el equipo (%1)</translation>
    </message>
    <message>
        <source>What may be rendered</source>
        <translation>Qué se puede renderizar</translation>
    </message>
    <message>
        <source>Open: ask about nothing</source>
        <translation>Abierto: no preguntar nada</translation>
    </message>
    <message>
        <source>Careful: ask before sexual content, cruelty, self-harm, symbols of hate</source>
        <translation>Prudente: preguntar ante contenido sexual, crueldad, autolesión, símbolos de odio</translation>
    </message>
    <message>
        <source>Strict: refuse these, for schools and families</source>
        <translation>Estricto: rechazarlos, para escuelas y familias</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>&amp;Dispositivo</translation>
    </message>
    <message>
        <source>T&amp;hreads</source>
        <translation>&amp;Hilos</translation>
    </message>
    <message>
        <source>The same film with the same number of threads on the same machine gives the same pictures, bit for bit.</source>
        <translation>La misma película con el mismo número de hilos en el mismo equipo da las mismas imágenes, bit a bit.</translation>
    </message>
    <message>
        <source>&amp;What may be rendered</source>
        <translation>&amp;Qué se puede renderizar</translation>
    </message>
    <message>
        <source>Texts are looked through for words, on this machine only. Sexual content with minors is refused at every level.</source>
        <translation>Se buscan palabras en los textos, solo en este equipo. El contenido sexual con menores se rechaza en todos los niveles.</translation>
    </message>
    <message>
        <source>Keys as in</source>
        <translation>Teclas como en</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>Las mías</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>New key for the action</source>
        <translation>Tecla nueva para la acción</translation>
    </message>
    <message>
        <source>&amp;No key</source>
        <translation>&amp;Sin tecla</translation>
    </message>
    <message>
        <source>No key for the action</source>
        <translation>La acción sin tecla</translation>
    </message>
    <message>
        <source>New &amp;key:</source>
        <translation>&amp;Tecla nueva:</translation>
    </message>
    <message>
        <source>Keys &amp;as in</source>
        <translation>Teclas &amp;como en</translation>
    </message>
    <message>
        <source>%1 is both “%2” and “%3”: neither will work until one changes.</source>
        <translation>%1 es «%2» y «%3»: ninguna funcionará hasta cambiar una.</translation>
    </message>
    <message>
        <source>No key is used twice.</source>
        <translation>Ninguna tecla está repetida.</translation>
    </message>
</context>
<context>
    <name>PreviewPlayer</name>
    <message>
        <source>Position</source>
        <translation>Posición</translation>
    </message>
    <message>
        <source>Position as timecode; type to go there</source>
        <translation>Posición como código de tiempo; escriba para ir ahí</translation>
    </message>
    <message>
        <source>The first shot has no seam before it.</source>
        <translation>El primer plano no tiene unión delante.</translation>
    </message>
    <message>
        <source>Last frame of shot %1</source>
        <translation>Último fotograma del plano %1</translation>
    </message>
    <message>
        <source>First frame of shot %1</source>
        <translation>Primer fotograma del plano %1</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Movimiento</translation>
    </message>
    <message>
        <source>Motion: %1 pixels</source>
        <translation>Movimiento: %1 píxeles</translation>
    </message>
    <message>
        <source>The film has no shots yet.</source>
        <translation>La película aún no tiene planos.</translation>
    </message>
    <message>
        <source>Shot %1 has no text yet.</source>
        <translation>El plano %1 aún no tiene texto.</translation>
    </message>
</context>
<context>
    <name>PreviewSurface</name>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Difference ×4</source>
        <translation>Diferencia ×4</translation>
    </message>
</context>
<context>
    <name>ProjectDocument</name>
    <message>
        <source>Untitled film</source>
        <translation>Película sin título</translation>
    </message>
    <message>
        <source>Save it under another name to change it.</source>
        <translation>Guárdela con otro nombre para cambiarla.</translation>
    </message>
    <message>
        <source>No copy for recovery could be written: %1</source>
        <translation>No se pudo escribir una copia de recuperación: %1</translation>
    </message>
    <message>
        <source>%1 is open for reading only.</source>
        <translation>%1 está abierta solo para lectura.</translation>
    </message>
    <message>
        <source>Save it under another name to keep your changes.</source>
        <translation>Guárdela con otro nombre para conservar los cambios.</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Jobs</source>
        <translation>Trabajos</translation>
    </message>
    <message>
        <source>How many takes the job makes</source>
        <translation>Cuántas tomas hace el trabajo</translation>
    </message>
    <message>
        <source>Move job up</source>
        <translation>Subir trabajo</translation>
    </message>
    <message>
        <source>Move job down</source>
        <translation>Bajar trabajo</translation>
    </message>
    <message>
        <source>Try job again</source>
        <translation>Reintentar trabajo</translation>
    </message>
    <message>
        <source>Remove job</source>
        <translation>Quitar trabajo</translation>
    </message>
    <message>
        <source>Nothing to do. Press Render, and go on writing while it works.</source>
        <translation>Nada que hacer. Pulse Renderizar y siga escribiendo mientras trabaja.</translation>
    </message>
    <message>
        <source>All jobs are over.</source>
        <translation>Todos los trabajos han terminado.</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) · %1 left · done at about %2</source>
        <translation>
            <numerusform>%n trabajo · quedan %1 · listo hacia las %2</numerusform>
            <numerusform>%n trabajos · quedan %1 · listo hacia las %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n trabajo</numerusform>
            <numerusform>%n trabajos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecentFilms</name>
    <message>
        <source>No film opened yet</source>
        <translation>Aún no se abrió ninguna película</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>&amp;Vaciar esta lista</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Recover film</source>
        <translation>Recuperar película</translation>
    </message>
    <message>
        <source>“%1” has edits of %2 that were not saved when the program ended.</source>
        <translation>«%1» tiene cambios del %2 que no estaban guardados cuando terminó el programa.</translation>
    </message>
    <message>
        <source>The saved film was changed since by somebody else: look at both before you save.</source>
        <translation>Otra persona cambió la película guardada desde entonces: mire ambas antes de guardar.</translation>
    </message>
    <message>
        <source>Nothing is lost either way until you save.</source>
        <translation>Nada se pierde de ningún modo hasta que guarde.</translation>
    </message>
    <message>
        <source>&amp;Recover</source>
        <translation>&amp;Recuperar</translation>
    </message>
    <message>
        <source>&amp;Open saved film</source>
        <translation>&amp;Abrir la película guardada</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>&amp;Más tarde</translation>
    </message>
</context>
<context>
    <name>RenderQueue</name>
    <message>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en curso</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>done</source>
        <translation>listo</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falló</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>parado</translation>
    </message>
    <message>
        <source>Rendering stops until the program is started again. The film and all takes are safe.</source>
        <translation>No se renderiza más hasta reiniciar el programa. La película y todas las tomas están a salvo.</translation>
    </message>
    <message>
        <source>Another one is being started and goes on where this one stopped.</source>
        <translation>Se inicia otro que sigue donde este se detuvo.</translation>
    </message>
    <message>
        <source>%1 × %2 takes</source>
        <translation>%1 × %2 tomas</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>paso %1 de %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Trabajo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Queda</translation>
    </message>
</context>
<context>
    <name>Seam</name>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Corte</translation>
    </message>
    <message>
        <source>Dissolve</source>
        <translation>Fundido</translation>
    </message>
</context>
<context>
    <name>SeamModel</name>
    <message>
        <source>%1 visible</source>
        <translation>%1 visible</translation>
    </message>
    <message>
        <source>First frame behind the seam</source>
        <translation>Primer fotograma tras la unión</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Seam</source>
        <translation>Unión</translation>
    </message>
    <message>
        <source>Change across the seam against the change around it; 1 is as smooth as the shot itself</source>
        <translation>Cambio en la unión frente al de alrededor; 1 es tan suave como el propio plano</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Razón</translation>
    </message>
    <message>
        <source>The same for what motion does not explain</source>
        <translation>Lo mismo para lo que el movimiento no explica</translation>
    </message>
    <message>
        <source>Residual</source>
        <translation>Residuo</translation>
    </message>
    <message>
        <source>Jump of the mean colour (CIE Lab)</source>
        <translation>Salto del color medio (CIE Lab)</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
</context>
<context>
    <name>ShotInspector</name>
    <message>
        <source>edit text</source>
        <translation>editar texto</translation>
    </message>
    <message>
        <source>edit negative text</source>
        <translation>editar texto negativo</translation>
    </message>
    <message>
        <source>edit narration</source>
        <translation>editar narración</translation>
    </message>
    <message>
        <source>edit notes</source>
        <translation>editar notas</translation>
    </message>
    <message>
        <source>change length</source>
        <translation>cambiar duración</translation>
    </message>
    <message>
        <source>change seam</source>
        <translation>cambiar unión</translation>
    </message>
    <message>
        <source>change dissolve</source>
        <translation>cambiar fundido</translation>
    </message>
    <message>
        <source>change blend</source>
        <translation>cambiar mezcla</translation>
    </message>
    <message>
        <source>change context</source>
        <translation>cambiar contexto</translation>
    </message>
    <message>
        <source>change seed</source>
        <translation>cambiar semilla</translation>
    </message>
    <message>
        <source>new seed</source>
        <translation>semilla nueva</translation>
    </message>
    <message>
        <source>lock seed</source>
        <translation>bloquear semilla</translation>
    </message>
    <message>
        <source>unlock seed</source>
        <translation>desbloquear semilla</translation>
    </message>
    <message>
        <source>change camera</source>
        <translation>cambiar cámara</translation>
    </message>
    <message>
        <source>change steps</source>
        <translation>cambiar pasos</translation>
    </message>
    <message>
        <source>change guidance</source>
        <translation>cambiar guía</translation>
    </message>
    <message>
        <source>end meets beginning</source>
        <translation>el final enlaza con el principio</translation>
    </message>
    <message>
        <source>pin take</source>
        <translation>fijar toma</translation>
    </message>
    <message>
        <source>unpin take</source>
        <translation>soltar toma</translation>
    </message>
    <message>
        <source>remove keyframe</source>
        <translation>quitar fotograma clave</translation>
    </message>
    <message>
        <source>Shot %1</source>
        <translation>Plano %1</translation>
    </message>
    <message numerus="yes">
        <source>%n shots</source>
        <translation>
            <numerusform>%n plano</numerusform>
            <numerusform>%n planos</numerusform>
        </translation>
    </message>
    <message>
        <source>What happens in this shot? @ names a character.</source>
        <translation>¿Qué ocurre en este plano? @ nombra a un personaje.</translation>
    </message>
    <message>
        <source>Several texts. Typing replaces all of them.</source>
        <translation>Varios textos. Al escribir se sustituyen todos.</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n palabra</numerusform>
            <numerusform>%n palabras</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) this model was not taught</source>
        <translation>
            <numerusform>%n palabra que este modelo no aprendió</numerusform>
            <numerusform>%n palabras que este modelo no aprendió</numerusform>
        </translation>
    </message>
    <message>
        <source>%1
Without: %2</source>
        <translation>%1
Sin: %2</translation>
    </message>
    <message>
        <source>The tokens could not be counted: %1</source>
        <translation>No se pudieron contar los tokens: %1</translation>
    </message>
    <message>
        <source>Without: %L1 of %L2 tokens. The model does not read the end: “%3”</source>
        <translation>Sin: %L1 de %L2 tokens. El modelo no lee el final: «%3»</translation>
    </message>
    <message>
        <source>%L1 of %L2 tokens. The model does not read the end: “%3”</source>
        <translation>%L1 de %L2 tokens. El modelo no lee el final: «%3»</translation>
    </message>
    <message>
        <source>%L1 of %L2 tokens</source>
        <translation>%L1 de %L2 tokens</translation>
    </message>
    <message>
        <source>The pieces a text is cut into for the model</source>
        <translation>Las piezas en que se divide un texto para el modelo</translation>
    </message>
    <message>
        <source>%1 frames will be made</source>
        <translation>se harán %1 fotogramas</translation>
    </message>
    <message>
        <source>%1 frames will be made: the nearest the model can</source>
        <translation>se harán %1 fotogramas: lo más cercano que puede el modelo</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Text blend</source>
        <translation>Mezcla del texto</translation>
    </message>
    <message>
        <source>first</source>
        <translation>primero</translation>
    </message>
    <message>
        <source>last</source>
        <translation>último</translation>
    </message>
    <message>
        <source>at %1 s</source>
        <translation>en %1 s</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>as the text says</source>
        <translation>como diga el texto</translation>
    </message>
    <message>
        <source>Select a shot on the timeline to write its text.</source>
        <translation>Seleccione un plano en la línea de tiempo para escribir su texto.</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Avanzado</translation>
    </message>
    <message>
        <source>Text of the shot</source>
        <translation>Texto del plano</translation>
    </message>
    <message>
        <source>Exact text the shot is made with</source>
        <translation>Texto exacto con que se hace el plano</translation>
    </message>
    <message>
        <source>Tokens of the text</source>
        <translation>Tokens del texto</translation>
    </message>
    <message>
        <source>Made with exactly this text:</source>
        <translation>Se hace exactamente con este texto:</translation>
    </message>
    <message>
        <source>Length in seconds</source>
        <translation>Duración en segundos</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Length in frames</source>
        <translation>Duración en fotogramas</translation>
    </message>
    <message>
        <source>Seam to the shot before</source>
        <translation>Unión con el plano anterior</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Corte</translation>
    </message>
    <message>
        <source>Dissolve</source>
        <translation>Fundido</translation>
    </message>
    <message>
        <source>Length of the dissolve</source>
        <translation>Duración del fundido</translation>
    </message>
    <message>
        <source>How long the text blends over</source>
        <translation>Cuánto dura la mezcla del texto</translation>
    </message>
    <message>
        <source>How many steps of the picture stream the text takes to change from the shot before to this one; 0: at once</source>
        <translation>En cuántos pasos del flujo de imagen pasa el texto del plano anterior a este; 0: de inmediato</translation>
    </message>
    <message>
        <source>&amp;Length</source>
        <translation>&amp;Duración</translation>
    </message>
    <message>
        <source>Fr&amp;ames</source>
        <translation>&amp;Fotogramas</translation>
    </message>
    <message>
        <source>Sea&amp;m</source>
        <translation>&amp;Unión</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>from the film</source>
        <translation>de la película</translation>
    </message>
    <message>
        <source>Lock seed</source>
        <translation>Bloquear semilla</translation>
    </message>
    <message>
        <source>Locked: this shot keeps its own seed</source>
        <translation>Bloqueada: este plano conserva su semilla</translation>
    </message>
    <message>
        <source>New seed</source>
        <translation>Semilla nueva</translation>
    </message>
    <message>
        <source>Roll a new seed</source>
        <translation>Tirar una semilla nueva</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Cámara</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>&amp;Semilla</translation>
    </message>
    <message>
        <source>&amp;Camera</source>
        <translation>&amp;Cámara</translation>
    </message>
    <message>
        <source>Keyframes: drop pictures here</source>
        <translation>Fotogramas clave: suelte imágenes aquí</translation>
    </message>
    <message>
        <source>Add keyframe picture</source>
        <translation>Añadir imagen clave</translation>
    </message>
    <message>
        <source>Remove keyframe</source>
        <translation>Quitar fotograma clave</translation>
    </message>
    <message>
        <source>Keyframes</source>
        <translation>Fotogramas clave</translation>
    </message>
    <message>
        <source>What a voice says over this shot</source>
        <translation>Lo que dice una voz sobre este plano</translation>
    </message>
    <message>
        <source>Narration</source>
        <translation>Narración</translation>
    </message>
    <message>
        <source>&amp;Narration</source>
        <translation>&amp;Narración</translation>
    </message>
    <message>
        <source>For you alone; never part of the picture</source>
        <translation>Solo para usted; nunca forma parte de la imagen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>N&amp;otes</source>
        <translation>N&amp;otas</translation>
    </message>
    <message>
        <source>What should not be seen</source>
        <translation>Lo que no debe verse</translation>
    </message>
    <message>
        <source>Negative text</source>
        <translation>Texto negativo</translation>
    </message>
    <message>
        <source>Sampling steps</source>
        <translation>Pasos de muestreo</translation>
    </message>
    <message>
        <source>as the film</source>
        <translation>como la película</translation>
    </message>
    <message>
        <source>How often the picture is refined; more takes longer</source>
        <translation>Cuántas veces se refina la imagen; más tarda más</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Guía</translation>
    </message>
    <message>
        <source>How strictly the picture follows the text (CFG scale)</source>
        <translation>Con qué rigor sigue la imagen al texto (escala CFG)</translation>
    </message>
    <message>
        <source>Context latents</source>
        <translation>Latentes de contexto</translation>
    </message>
    <message>
        <source>as the model</source>
        <translation>como el modelo</translation>
    </message>
    <message>
        <source>How many of the last latents of the shot before this one are seen when continuing</source>
        <translation>Cuántos de los últimos latentes del plano anterior se ven al continuar</translation>
    </message>
    <message>
        <source>End meets beginning</source>
        <translation>El final enlaza con el principio</translation>
    </message>
    <message>
        <source>Pin: keep the take although out of date</source>
        <translation>Fijar: conservar la toma aunque esté obsoleta</translation>
    </message>
    <message>
        <source>Pin take</source>
        <translation>Fijar toma</translation>
    </message>
    <message>
        <source>Ne&amp;gative text</source>
        <translation>Texto ne&amp;gativo</translation>
    </message>
    <message>
        <source>S&amp;teps</source>
        <translation>&amp;Pasos</translation>
    </message>
    <message>
        <source>G&amp;uidance</source>
        <translation>Gu&amp;ía</translation>
    </message>
    <message>
        <source>Conte&amp;xt</source>
        <translation>Conte&amp;xto</translation>
    </message>
</context>
<context>
    <name>ShotListModel</name>
    <message>
        <source>Shot %1, %2, %3, %4. %5</source>
        <translation>Plano %1, %2, %3, %4. %5</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N.º</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Seam</source>
        <translation>Unión</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>Escena</translation>
    </message>
    <message>
        <source>edit text</source>
        <translation>editar texto</translation>
    </message>
    <message>
        <source>change seam</source>
        <translation>cambiar unión</translation>
    </message>
</context>
<context>
    <name>ShotListView</name>
    <message>
        <source>Shots</source>
        <translation>Planos</translation>
    </message>
</context>
<context>
    <name>ShotStates</name>
    <message>
        <source>not rendered yet</source>
        <translation>aún sin renderizar</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>al día</translation>
    </message>
    <message>
        <source>out of date</source>
        <translation>obsoleto</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>rendering, %1 %</source>
        <translation>renderizando, %1 %</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falló</translation>
    </message>
    <message>
        <source>%1, pinned</source>
        <translation>%1, fijada</translation>
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
        <translation>Segundos por paso</translation>
    </message>
    <message>
        <source>last step %1 s</source>
        <translation>último paso %1 s</translation>
    </message>
    <message>
        <source>%1 s a step</source>
        <translation>%1 s por paso</translation>
    </message>
</context>
<context>
    <name>StoragePage</name>
    <message>
        <source>Most space for the takes of a film</source>
        <translation>Espacio máximo para las tomas de una película</translation>
    </message>
    <message>
        <source>&amp;Free space now</source>
        <translation>&amp;Liberar espacio ahora</translation>
    </message>
    <message>
        <source>Remove takes that nothing needs</source>
        <translation>Eliminar las tomas que nada necesita</translation>
    </message>
    <message>
        <source>Folder of the cache</source>
        <translation>Carpeta de la caché</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sin límite</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>Removes deleted takes and, above the limit, the oldest. Takes that are shown, rated or continued from stay.</source>
        <translation>Elimina las tomas borradas y, por encima del límite, las más antiguas. Las que se muestran, están valoradas o tienen continuación se conservan.</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>E&amp;xaminar…</translation>
    </message>
    <message>
        <source>Choose folder</source>
        <translation>Elegir carpeta</translation>
    </message>
    <message>
        <source>Keep at most of a film&apos;s &amp;takes</source>
        <translation>Conservar como máximo de las &amp;tomas de una película</translation>
    </message>
    <message>
        <source>&amp;Cache: what the program measured on this machine</source>
        <translation>&amp;Caché: lo que el programa midió en este equipo</translation>
    </message>
    <message>
        <source>May be deleted at any time; it is made again. Another folder is used from the next start on.</source>
        <translation>Puede borrarse en cualquier momento; se vuelve a crear. Otra carpeta se usa desde el próximo inicio.</translation>
    </message>
    <message>
        <source>%1 freed. %2</source>
        <translation>%1 liberados. %2</translation>
    </message>
    <message numerus="yes">
        <source>This film has %n take(s), %1.</source>
        <translation>
            <numerusform>Esta película tiene %n toma, %1.</numerusform>
            <numerusform>Esta película tiene %n tomas, %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StoryChangesDialog</name>
    <message>
        <source>changed</source>
        <translation>cambiado</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nuevo</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>eliminado</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>movido</translation>
    </message>
    <message>
        <source>%1 — also changed here: the story wins</source>
        <translation>%1 — también cambiado aquí: prevalece la historia</translation>
    </message>
    <message>
        <source>Shot %1 %2: %3</source>
        <translation>Plano %1 %2: %3</translation>
    </message>
    <message>
        <source>Import story</source>
        <translation>Importar historia</translation>
    </message>
    <message>
        <source>What the story changes</source>
        <translation>Lo que cambia la historia</translation>
    </message>
    <message>
        <source>Shot</source>
        <translation>Plano</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Bring in %n change(s)</source>
        <translation>
            <numerusform>&amp;Aplicar %n cambio</numerusform>
            <numerusform>&amp;Aplicar %n cambios</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shot(s) of the story stay as they are, with their takes. Shots made in the studio are not touched.</source>
        <translation>
            <numerusform>%n plano de la historia queda como está, con sus tomas. Los planos creados en el estudio no se tocan.</numerusform>
            <numerusform>%n planos de la historia quedan como están, con sus tomas. Los planos creados en el estudio no se tocan.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakesModel</name>
    <message>
        <source>Take %1</source>
        <translation>Toma %1</translation>
    </message>
    <message>
        <source>Take %1, seed %2, %3 of 5 stars%4</source>
        <translation>Toma %1, semilla %2, %3 de 5 estrellas%4</translation>
    </message>
    <message>
        <source>, chosen</source>
        <translation>, elegida</translation>
    </message>
    <message>
        <source>Take %1 · seed %2 · %3 steps · made in %4</source>
        <translation>Toma %1 · semilla %2 · %3 pasos · hecha en %4</translation>
    </message>
</context>
<context>
    <name>TakesPanel</name>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Negative text</source>
        <translation>Texto negativo</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Guía</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Fotogramas</translation>
    </message>
    <message>
        <source>Continues take</source>
        <translation>Continúa la toma</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Hecha en</translation>
    </message>
    <message>
        <source>Takes of the shot</source>
        <translation>Tomas del plano</translation>
    </message>
    <message>
        <source>No takes yet. Render the shot to see it here; render again for another one.</source>
        <translation>Aún no hay tomas. Renderice el plano para verla aquí, y otra vez para tener otra.</translation>
    </message>
    <message>
        <source>Choose take</source>
        <translation>Elegir toma</translation>
    </message>
    <message>
        <source>Delete take</source>
        <translation>Eliminar toma</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Elegir</translation>
    </message>
    <message>
        <source>Show this take in the film (Enter)</source>
        <translation>Mostrar esta toma en la película (Intro)</translation>
    </message>
    <message>
        <source>Delete this take; undo brings it back</source>
        <translation>Eliminar esta toma; deshacer la recupera</translation>
    </message>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n estrella</numerusform>
            <numerusform>%n estrellas</numerusform>
        </translation>
    </message>
    <message>
        <source>New take with new seed</source>
        <translation>Toma nueva con otra semilla</translation>
    </message>
    <message>
        <source>Made exactly like the chosen take.</source>
        <translation>Hecha exactamente como la toma elegida.</translation>
    </message>
    <message>
        <source>Differs from the chosen take:
%1</source>
        <translation>Diferencias con la toma elegida:
%1</translation>
    </message>
    <message>
        <source>Seed %1 · %2 steps · %3 frames</source>
        <translation>Semilla %1 · %2 pasos · %3 fotogramas</translation>
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
        <translation>aún sin texto</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Línea de tiempo</translation>
    </message>
    <message>
        <source>Add the first shot with Ctrl+Shift+N, or drop a story (a text file) here.</source>
        <translation>Añada el primer plano con Ctrl+Mayús+N o suelte aquí una historia (un archivo de texto).</translation>
    </message>
    <message>
        <source>Continues from the last moment of shot %1. Click to change, double-click to inspect.</source>
        <translation>Continúa desde el último instante del plano %1. Clic para cambiar, doble clic para examinar.</translation>
    </message>
    <message>
        <source>Cut. Click to change, double-click to inspect.</source>
        <translation>Corte. Clic para cambiar, doble clic para examinar.</translation>
    </message>
    <message>
        <source>Dissolve. Click to change, double-click to inspect.</source>
        <translation>Fundido. Clic para cambiar, doble clic para examinar.</translation>
    </message>
    <message>
        <source>Scene: %1. Double-click to rename.</source>
        <translation>Escena: %1. Doble clic para renombrar.</translation>
    </message>
    <message>
        <source>Shot %1: %2
%3, %4 frames
%5</source>
        <translation>Plano %1: %2
%3, %4 fotogramas
%5</translation>
    </message>
    <message>
        <source>Shot %1, %2, %3, %4. %5</source>
        <translation>Plano %1, %2, %3, %4. %5</translation>
    </message>
    <message numerus="yes">
        <source>Copy %n shot(s) before shot %1</source>
        <translation>
            <numerusform>Copiar %n plano antes del plano %1</numerusform>
            <numerusform>Copiar %n planos antes del plano %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n shot(s) before shot %1</source>
        <translation>
            <numerusform>Mover %n plano antes del plano %1</numerusform>
            <numerusform>Mover %n planos antes del plano %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n shot(s) to the end</source>
        <translation>
            <numerusform>Copiar %n plano al final</numerusform>
            <numerusform>Copiar %n planos al final</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n shot(s) to the end</source>
        <translation>
            <numerusform>Mover %n plano al final</numerusform>
            <numerusform>Mover %n planos al final</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 frames</source>
        <translation>%1 · %2 fotogramas</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n following shot(s) become out of date</source>
        <translation>
            <numerusform>%1 · %n plano siguiente quedará obsoleto</numerusform>
            <numerusform>%1 · %n planos siguientes quedarán obsoletos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Versions of the film</source>
        <translation>Versiones de la película</translation>
    </message>
    <message>
        <source>Other versions</source>
        <translation>Otras versiones</translation>
    </message>
    <message>
        <source>&amp;Open this version</source>
        <translation>&amp;Abrir esta versión</translation>
    </message>
    <message>
        <source>No other versions yet: one is kept with every save.</source>
        <translation>Aún no hay otras versiones: se guarda una cada vez.</translation>
    </message>
    <message>
        <source>Opening a version changes nothing until you save.</source>
        <translation>Abrir una versión no cambia nada hasta que guarde.</translation>
    </message>
    <message numerus="yes">
        <source>%n shot(s)</source>
        <translation>
            <numerusform>%n plano</numerusform>
            <numerusform>%n planos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkerClient</name>
    <message>
        <source>The renderer stopped unexpectedly.</source>
        <translation>El renderizador se detuvo de forma inesperada.</translation>
    </message>
    <message>
        <source>The renderer ended with code %1.</source>
        <translation>El renderizador terminó con el código %1.</translation>
    </message>
    <message>
        <source>The renderer %1 could not be started: %2</source>
        <translation>No se pudo iniciar el renderizador %1: %2</translation>
    </message>
    <message>
        <source>The renderer sent a line that is too long.</source>
        <translation>El renderizador envió una línea demasiado larga.</translation>
    </message>
</context>
</TS>
