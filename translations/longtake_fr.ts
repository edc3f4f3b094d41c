<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
<context>
    <name>ActionPalette</name>
    <message>
        <source>Name of an action</source>
        <translation>Nom d’une action</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Find action</source>
        <translation>Chercher une action</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Que voulez-vous faire ?</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New film…</source>
        <translation>&amp;Nouveau film…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Ouvrir…</translation>
    </message>
    <message>
        <source>&amp;Import story…</source>
        <translation>&amp;Importer une histoire…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Enregistrer &amp;sous…</translation>
    </message>
    <message>
        <source>Other &amp;versions…</source>
        <translation>Autres &amp;versions…</translation>
    </message>
    <message>
        <source>&amp;Export film…</source>
        <translation>&amp;Exporter le film…</translation>
    </message>
    <message>
        <source>Export &amp;frame…</source>
        <translation>Exporter l’&amp;image…</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Préférences…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>Cu&amp;t shots</source>
        <translation>Co&amp;uper les plans</translation>
    </message>
    <message>
        <source>&amp;Copy shots</source>
        <translation>&amp;Copier les plans</translation>
    </message>
    <message>
        <source>&amp;Paste shots</source>
        <translation>C&amp;oller les plans</translation>
    </message>
    <message>
        <source>&amp;Delete shots</source>
        <translation>&amp;Supprimer les plans</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Tout sélectionner</translation>
    </message>
    <message>
        <source>D&amp;eselect</source>
        <translation>&amp;Désélectionner</translation>
    </message>
    <message>
        <source>&amp;Find action…</source>
        <translation>C&amp;hercher une action…</translation>
    </message>
    <message>
        <source>&amp;New shot</source>
        <translation>&amp;Nouveau plan</translation>
    </message>
    <message>
        <source>&amp;Append shot</source>
        <translation>&amp;Ajouter un plan à la fin</translation>
    </message>
    <message>
        <source>&amp;Write prompt</source>
        <translation>&amp;Écrire le texte</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Dupliquer</translation>
    </message>
    <message>
        <source>&amp;Split at playhead</source>
        <translation>&amp;Couper à la tête de lecture</translation>
    </message>
    <message>
        <source>&amp;Merge selected</source>
        <translation>&amp;Fusionner la sélection</translation>
    </message>
    <message>
        <source>Trim &amp;head to playhead</source>
        <translation>Rogner le &amp;début jusqu’à la tête</translation>
    </message>
    <message>
        <source>Trim &amp;tail to playhead</source>
        <translation>Rogner la &amp;fin jusqu’à la tête</translation>
    </message>
    <message>
        <source>Sho&amp;rter</source>
        <translation>Plus co&amp;urt</translation>
    </message>
    <message>
        <source>&amp;Longer</source>
        <translation>Plus &amp;long</translation>
    </message>
    <message>
        <source>Move &amp;earlier</source>
        <translation>Déplacer &amp;avant</translation>
    </message>
    <message>
        <source>Move &amp;later</source>
        <translation>Déplacer a&amp;près</translation>
    </message>
    <message>
        <source>Seam: &amp;continue</source>
        <translation>Raccord : &amp;continuer</translation>
    </message>
    <message>
        <source>Seam: c&amp;ut</source>
        <translation>Raccord : co&amp;upe</translation>
    </message>
    <message>
        <source>Seam: dissol&amp;ve</source>
        <translation>Raccord : &amp;fondu</translation>
    </message>
    <message>
        <source>New scene from &amp;selection</source>
        <translation>Nouvelle scène de la &amp;sélection</translation>
    </message>
    <message>
        <source>Take out of scene</source>
        <translation>Retirer de la scène</translation>
    </message>
    <message>
        <source>&amp;Pin take (keep although stale)</source>
        <translation>É&amp;pingler la prise (garder même périmée)</translation>
    </message>
    <message>
        <source>End meets &amp;beginning</source>
        <translation>La fin rejoint le dé&amp;but</translation>
    </message>
    <message>
        <source>Use frame as &amp;keyframe of next shot</source>
        <translation>Image comme image-&amp;clé du plan suivant</translation>
    </message>
    <message>
        <source>Render &amp;this shot</source>
        <translation>Calculer &amp;ce plan</translation>
    </message>
    <message>
        <source>Render this shot &amp;first</source>
        <translation>Calculer ce plan d’a&amp;bord</translation>
    </message>
    <message>
        <source>Render &amp;stale</source>
        <translation>Calculer le &amp;périmé</translation>
    </message>
    <message>
        <source>&amp;New take with new seed</source>
        <translation>&amp;Nouvelle prise, nouvelle graine</translation>
    </message>
    <message>
        <source>&amp;Pause queue</source>
        <translation>Mettre la file en &amp;pause</translation>
    </message>
    <message>
        <source>Stop &amp;after this shot</source>
        <translation>Arrêter a&amp;près ce plan</translation>
    </message>
    <message>
        <source>A&amp;bort</source>
        <translation>A&amp;bandonner</translation>
    </message>
    <message>
        <source>Abort and &amp;reseed</source>
        <translation>Abandonner et changer de g&amp;raine</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>&amp;Lecture ou pause</translation>
    </message>
    <message>
        <source>Play &amp;In to Out</source>
        <translation>Lire d’&amp;entrée à sortie</translation>
    </message>
    <message>
        <source>Shuttle &amp;back</source>
        <translation>En a&amp;rrière</translation>
    </message>
    <message>
        <source>&amp;Shuttle stop</source>
        <translation>&amp;Arrêt</translation>
    </message>
    <message>
        <source>Shuttle &amp;forward</source>
        <translation>En a&amp;vant</translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation>Image précédente</translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation>Image suivante</translation>
    </message>
    <message>
        <source>One second back</source>
        <translation>Une seconde en arrière</translation>
    </message>
    <message>
        <source>One second on</source>
        <translation>Une seconde en avant</translation>
    </message>
    <message>
        <source>Previous seam</source>
        <translation>Raccord précédent</translation>
    </message>
    <message>
        <source>Next seam</source>
        <translation>Raccord suivant</translation>
    </message>
    <message>
        <source>Start of film</source>
        <translation>Début du film</translation>
    </message>
    <message>
        <source>End of film</source>
        <translation>Fin du film</translation>
    </message>
    <message>
        <source>Mark In</source>
        <translation>Marquer l’entrée</translation>
    </message>
    <message>
        <source>Mark Out</source>
        <translation>Marquer la sortie</translation>
    </message>
    <message>
        <source>Go to In</source>
        <translation>Aller à l’entrée</translation>
    </message>
    <message>
        <source>Go to Out</source>
        <translation>Aller à la sortie</translation>
    </message>
    <message>
        <source>Clear marks</source>
        <translation>Effacer les marques</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>&amp;Boucle</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Zoom a&amp;vant</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Zoom a&amp;rrière</translation>
    </message>
    <message>
        <source>Show whole &amp;film</source>
        <translation>Voir tout le &amp;film</translation>
    </message>
    <message>
        <source>S&amp;nap</source>
        <translation>Ma&amp;gnétisme</translation>
    </message>
    <message>
        <source>&amp;Full screen player</source>
        <translation>Lecteur en &amp;plein écran</translation>
    </message>
    <message>
        <source>&amp;Safe areas</source>
        <translation>Zones &amp;sûres</translation>
    </message>
    <message>
        <source>Compare takes: &amp;wipe</source>
        <translation>Comparer : &amp;volet</translation>
    </message>
    <message>
        <source>Compare takes: side &amp;by side</source>
        <translation>Comparer : &amp;côte à côte</translation>
    </message>
    <message>
        <source>&amp;Continuity at this seam</source>
        <translation>&amp;Continuité à ce raccord</translation>
    </message>
    <message>
        <source>Layout: &amp;Editing</source>
        <translation>Disposition : &amp;montage</translation>
    </message>
    <message>
        <source>Layout: F&amp;ocus</source>
        <translation>Disposition : c&amp;oncentration</translation>
    </message>
    <message>
        <source>Layout: &amp;Writing</source>
        <translation>Disposition : é&amp;criture</translation>
    </message>
    <message>
        <source>Layout: &amp;Review</source>
        <translation>Disposition : &amp;révision</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Touches</translation>
    </message>
    <message>
        <source>&amp;About Longtake</source>
        <translation>À &amp;propos de Longtake</translation>
    </message>
    <message>
        <source>Longtake</source>
        <translation>Longtake</translation>
    </message>
    <message>
        <source>As in Premiere</source>
        <translation>Comme dans Premiere</translation>
    </message>
    <message>
        <source>As in Resolve</source>
        <translation>Comme dans Resolve</translation>
    </message>
    <message>
        <source>As in Shotcut</source>
        <translation>Comme dans Shotcut</translation>
    </message>
</context>
<context>
    <name>CharactersPanel</name>
    <message>
        <source>Characters</source>
        <translation>Personnages</translation>
    </message>
    <message>
        <source>Add character</source>
        <translation>Ajouter un personnage</translation>
    </message>
    <message>
        <source>Remove character</source>
        <translation>Retirer le personnage</translation>
    </message>
    <message>
        <source>Name of the character</source>
        <translation>Nom du personnage</translation>
    </message>
    <message>
        <source>Description of the character</source>
        <translation>Description du personnage</translation>
    </message>
    <message>
        <source>Write @name in a shot; the description takes its place.</source>
        <translation>Écrivez @nom dans un plan ; la description prend sa place.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Description</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nom</translation>
    </message>
    <message>
        <source>No characters yet. Add one to use it in several shots.</source>
        <translation>Pas encore de personnage. Ajoutez-en un pour l’utiliser dans plusieurs plans.</translation>
    </message>
    <message>
        <source>Used in no shot yet.</source>
        <translation>Utilisé dans aucun plan.</translation>
    </message>
    <message>
        <source>Used in shots: %1</source>
        <translation>Utilisé dans les plans : %1</translation>
    </message>
</context>
<context>
    <name>ContentQuestion</name>
    <message>
        <source>sexual content with minors</source>
        <translation>contenu sexuel avec des mineurs</translation>
    </message>
    <message>
        <source>sexual content</source>
        <translation>contenu sexuel</translation>
    </message>
    <message>
        <source>cruelty</source>
        <translation>cruauté</translation>
    </message>
    <message>
        <source>self-harm</source>
        <translation>automutilation</translation>
    </message>
    <message>
        <source>symbols of hate</source>
        <translation>symboles de haine</translation>
    </message>
    <message>
        <source>Shot %1: %2 (%3)</source>
        <translation>Plan %1 : %2 (%3)</translation>
    </message>
    <message>
        <source>Render this?</source>
        <translation>Calculer cela ?</translation>
    </message>
    <message>
        <source>You are asked because of the safety level in Preferences → Rendering.</source>
        <translation>On vous le demande à cause du niveau de sûreté dans Préférences → Calcul.</translation>
    </message>
    <message>
        <source>&amp;Render</source>
        <translation>&amp;Calculer</translation>
    </message>
    <message>
        <source>&amp;Leave out</source>
        <translation>&amp;Laisser de côté</translation>
    </message>
</context>
<context>
    <name>ContinuityPanel</name>
    <message>
        <source>Seams, the worst first</source>
        <translation>Raccords, le pire d’abord</translation>
    </message>
    <message>
        <source>Measure the film to see where its colours drift and which seams can be seen.</source>
        <translation>Mesurez le film pour voir où ses couleurs dérivent et quels raccords se voient.</translation>
    </message>
    <message>
        <source>&amp;Measure film</source>
        <translation>&amp;Mesurer le film</translation>
    </message>
    <message>
        <source>Measure film</source>
        <translation>Mesurer le film</translation>
    </message>
    <message>
        <source>Measuring: %1 %</source>
        <translation>Mesure : %1 %</translation>
    </message>
    <message>
        <source>Every shot needs a picture first: render the missing ones.</source>
        <translation>Chaque plan doit d’abord avoir une image : calculez ceux qui manquent.</translation>
    </message>
    <message>
        <source>No continuing seams.</source>
        <translation>Aucun raccord continu.</translation>
    </message>
    <message>
        <source>Continuing seams: ratio %1 in the middle.</source>
        <translation>Raccords continus : rapport médian %1.</translation>
    </message>
    <message>
        <source>%1 Colour drift %2, sharpness ×%3, flicker %4.</source>
        <translation>%1 Dérive de couleur %2, netteté ×%3, scintillement %4.</translation>
    </message>
</context>
<context>
    <name>DriftCurves</name>
    <message>
        <source>Drift along the film</source>
        <translation>Dérive au fil du film</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Lumière</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>Saturation</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>Netteté</translation>
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
        <translation>tel que calculé, les plans inchangés sont copiés</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>plays everywhere, good quality</source>
        <translation>lisible partout, bonne qualité</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Léger</translation>
    </message>
    <message>
        <source>for messages and drafts</source>
        <translation>pour messages et brouillons</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Préréglages</translation>
    </message>
    <message>
        <source>What to export</source>
        <translation>Quoi exporter</translation>
    </message>
    <message>
        <source>Size of the picture</source>
        <translation>Taille de l’image</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualité</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Export film</source>
        <translation>Exporter le film</translation>
    </message>
    <message>
        <source>Whole film</source>
        <translation>Film entier</translation>
    </message>
    <message>
        <source>From In to Out</source>
        <translation>D’entrée à sortie</translation>
    </message>
    <message>
        <source>Each shot as a file</source>
        <translation>Un fichier par plan</translation>
    </message>
    <message>
        <source>As the film (%1)</source>
        <translation>Comme le film (%1)</translation>
    </message>
    <message>
        <source>Constant rate factor: lower is better and larger; 18 looks like the original</source>
        <translation>Facteur de débit constant : plus petit est meilleur et plus lourd ; 18 ressemble à l’original</translation>
    </message>
    <message>
        <source>as rendered</source>
        <translation>tel que calculé</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>Choose file</source>
        <translation>Choisir le fichier</translation>
    </message>
    <message>
        <source>&amp;Render first, then export</source>
        <translation>&amp;Calculer d’abord, puis exporter</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exporter</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Quoi</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Taille</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>&amp;Qualité</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>Films (*.mp4)</source>
        <translation>Films (*.mp4)</translation>
    </message>
    <message>
        <source>Shots without a picture: %1</source>
        <translation>Plans sans image : %1</translation>
    </message>
    <message>
        <source>Shots out of date: %1</source>
        <translation>Plans périmés : %1</translation>
    </message>
    <message numerus="yes">
        <source>%n shot(s) can be rendered first</source>
        <translation>
            <numerusform>%n plan peut être calculé d’abord</numerusform>
            <numerusform>%n plans peuvent être calculés d’abord</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, in about %2</source>
        <translation>%1, en %2 environ</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>Environ %1</translation>
    </message>
    <message>
        <source>%1 · %2 frames</source>
        <translation>%1 · %2 images</translation>
    </message>
    <message>
        <source>The file exists and will be replaced when the new one is whole.</source>
        <translation>Le fichier existe et sera remplacé quand le nouveau sera complet.</translation>
    </message>
</context>
<context>
    <name>FilmEditor</name>
    <message numerus="yes">
        <source>%n shot(s)</source>
        <translation>
            <numerusform>%n plan</numerusform>
            <numerusform>%n plans</numerusform>
        </translation>
    </message>
    <message>
        <source>shot %1</source>
        <translation>plan %1</translation>
    </message>
    <message>
        <source>add shot %1</source>
        <translation>ajouter le plan %1</translation>
    </message>
    <message>
        <source>delete %1</source>
        <translation>supprimer %1</translation>
    </message>
    <message numerus="yes">
        <source>insert %n shot(s)</source>
        <translation>
            <numerusform>insérer %n plan</numerusform>
            <numerusform>insérer %n plans</numerusform>
        </translation>
    </message>
    <message>
        <source>move %1</source>
        <translation>déplacer %1</translation>
    </message>
    <message>
        <source>split shot %1</source>
        <translation>couper le plan %1</translation>
    </message>
    <message>
        <source>merge %1</source>
        <translation>fusionner %1</translation>
    </message>
    <message>
        <source>change length of %1</source>
        <translation>changer la durée de %1</translation>
    </message>
    <message>
        <source>new scene</source>
        <translation>nouvelle scène</translation>
    </message>
    <message>
        <source>rename scene</source>
        <translation>renommer la scène</translation>
    </message>
    <message>
        <source>describe scene</source>
        <translation>décrire la scène</translation>
    </message>
    <message>
        <source>change character %1</source>
        <translation>modifier le personnage %1</translation>
    </message>
    <message>
        <source>remove character %1</source>
        <translation>retirer le personnage %1</translation>
    </message>
    <message>
        <source>choose take of %1</source>
        <translation>choisir la prise de %1</translation>
    </message>
    <message>
        <source>rate take</source>
        <translation>noter la prise</translation>
    </message>
    <message>
        <source>delete take</source>
        <translation>supprimer la prise</translation>
    </message>
</context>
<context>
    <name>FilmPanel</name>
    <message>
        <source>Title of the film</source>
        <translation>Titre du film</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>Largeur en pixels</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>Hauteur en pixels</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>Images par seconde</translation>
    </message>
    <message>
        <source>Seed of the film</source>
        <translation>Graine du film</translation>
    </message>
    <message>
        <source>Added to the text of every shot: light, lens, materials, mood</source>
        <translation>Ajouté au texte de chaque plan : lumière, objectif, matières, ambiance</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Rendu</translation>
    </message>
    <message>
        <source>What should not be seen in any shot</source>
        <translation>Ce qu’on ne doit voir dans aucun plan</translation>
    </message>
    <message>
        <source>Negative text of the film</source>
        <translation>Texte négatif du film</translation>
    </message>
    <message>
        <source>Sampling steps of the film</source>
        <translation>Étapes du film</translation>
    </message>
    <message>
        <source>as the model</source>
        <translation>comme le modèle</translation>
    </message>
    <message>
        <source>Guidance of the film</source>
        <translation>Guidage du film</translation>
    </message>
    <message>
        <source>Drift help</source>
        <translation>Aide contre la dérive</translation>
    </message>
    <message>
        <source>off</source>
        <translation>non</translation>
    </message>
    <message>
        <source>Pulls colours of a long chain back towards its beginning</source>
        <translation>Ramène les couleurs d’une longue chaîne vers son début</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titre</translation>
    </message>
    <message>
        <source>&amp;Look of the film</source>
        <translation>&amp;Rendu du film</translation>
    </message>
    <message>
        <source>Ne&amp;gative text</source>
        <translation>Texte né&amp;gatif</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modèle</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>Larg&amp;eur</translation>
    </message>
    <message>
        <source>He&amp;ight</source>
        <translation>&amp;Hauteur</translation>
    </message>
    <message>
        <source>Fr&amp;ames per second</source>
        <translation>Image&amp;s par seconde</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>Grai&amp;ne</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>G&amp;uidance</source>
        <translation>G&amp;uidage</translation>
    </message>
    <message>
        <source>change title</source>
        <translation>changer le titre</translation>
    </message>
    <message>
        <source>change look</source>
        <translation>changer le rendu</translation>
    </message>
    <message>
        <source>edit negative text</source>
        <translation>modifier le texte négatif</translation>
    </message>
    <message>
        <source>change model</source>
        <translation>changer de modèle</translation>
    </message>
    <message>
        <source>change size</source>
        <translation>changer la taille</translation>
    </message>
    <message>
        <source>change frame rate</source>
        <translation>changer la cadence</translation>
    </message>
    <message>
        <source>change seed of the film</source>
        <translation>changer la graine du film</translation>
    </message>
    <message>
        <source>change steps</source>
        <translation>changer les étapes</translation>
    </message>
    <message>
        <source>change guidance</source>
        <translation>changer le guidage</translation>
    </message>
    <message>
        <source>change drift help</source>
        <translation>changer l’aide contre la dérive</translation>
    </message>
</context>
<context>
    <name>FilmSession</name>
    <message>
        <source>A take was damaged and set aside: %1</source>
        <translation>Une prise était abîmée et a été mise de côté : %1</translation>
    </message>
</context>
<context>
    <name>HintBar</name>
    <message>
        <source>Hint</source>
        <translation>Conseil</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Suivant</translation>
    </message>
    <message>
        <source>Next hint</source>
        <translation>Conseil suivant</translation>
    </message>
    <message>
        <source>No more hints</source>
        <translation>Plus de conseils</translation>
    </message>
    <message>
        <source>This film is an example. It is being made right now: %1 plays what is there.</source>
        <translation>Ce film est un exemple. Il est en train de se faire : %1 lit ce qui est déjà là.</translation>
    </message>
    <message>
        <source>Click a shot below and change its text. %1 renders what has changed, and only that.</source>
        <translation>Cliquez sur un plan ci-dessous et changez son texte. %1 calcule ce qui a changé, et rien d’autre.</translation>
    </message>
    <message>
        <source>The sign between two shots says how they join: click it. %1 makes an MP4 of the film.</source>
        <translation>Le signe entre deux plans dit comment ils se suivent : cliquez dessus. %1 fait un MP4 du film.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Terminé</translation>
    </message>
</context>
<context>
    <name>Lock</name>
    <message>
        <source>Film is open already</source>
        <translation>Le film est déjà ouvert</translation>
    </message>
    <message>
        <source>“%1” is open in another window or on another machine.</source>
        <translation>« %1 » est ouvert dans une autre fenêtre ou sur une autre machine.</translation>
    </message>
    <message>
        <source>Opened by %1 on %2, %3</source>
        <translation>Ouvert par %1 sur %2, %3</translation>
    </message>
    <message>
        <source>Take it over only when nobody works there: two sessions would overwrite each other.</source>
        <translation>Ne le reprenez que si personne n’y travaille : deux sessions s’écraseraient l’une l’autre.</translation>
    </message>
    <message>
        <source>Open for &amp;reading</source>
        <translation>Ouvrir en &amp;lecture</translation>
    </message>
    <message>
        <source>&amp;Take over</source>
        <translation>&amp;Reprendre</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Notice</source>
        <translation>Avis</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Afficher dans le dossier</translation>
    </message>
    <message>
        <source>Film as opened</source>
        <translation>Film tel qu’ouvert</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Prises</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Personnages</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Shot</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Montage</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>Dérive</translation>
    </message>
    <message>
        <source>Shots</source>
        <translation>Plans</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Édition</translation>
    </message>
    <message>
        <source>&amp;Shot</source>
        <translation>&amp;Plan</translation>
    </message>
    <message>
        <source>&amp;Render</source>
        <translation>&amp;Calcul</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Lecture</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Ouvrir un film &amp;récent</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Panneaux</translation>
    </message>
    <message>
        <source>Main bar</source>
        <translation>Barre principale</translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>Afficher la file</translation>
    </message>
    <message>
        <source>Model and device</source>
        <translation>Modèle et appareil</translation>
    </message>
    <message>
        <source>Shot being rendered</source>
        <translation>Plan en cours de calcul</translation>
    </message>
    <message>
        <source>Stop export</source>
        <translation>Arrêter l’export</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %2 · %n thread(s) · %3</source>
        <translation>
            <numerusform>%1 · %2 · %n fil · %3</numerusform>
            <numerusform>%1 · %2 · %n fils · %3</numerusform>
        </translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>étape %1 sur %2</translation>
    </message>
    <message>
        <source>preparing…</source>
        <translation>préparation…</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) failed; the queue says why.</source>
        <translation>
            <numerusform>%n tâche en échec ; la file dit pourquoi.</numerusform>
            <numerusform>%n tâches en échec ; la file dit pourquoi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Queue finished</source>
        <translation>File terminée</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) done</source>
        <translation>
            <numerusform>%n tâche terminée</numerusform>
            <numerusform>%n tâches terminées</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Annuler : %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Rétablir : %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>&amp;Render stale (%1)</source>
        <translation>&amp;Calculer le périmé (%1)</translation>
    </message>
    <message>
        <source>&amp;Render stale</source>
        <translation>&amp;Calculer le périmé</translation>
    </message>
    <message>
        <source>%1 (read only)</source>
        <translation>%1 (lecture seule)</translation>
    </message>
    <message>
        <source>Has unsaved changes</source>
        <translation>Contient des modifications non enregistrées</translation>
    </message>
    <message numerus="yes">
        <source>%n shot(s) · %1 · %2×%3 · %4 fps</source>
        <translation>
            <numerusform>%n plan · %1 · %2×%3 · %4 i/s</numerusform>
            <numerusform>%n plans · %1 · %2×%3 · %4 i/s</numerusform>
        </translation>
    </message>
    <message>
        <source>shot %1: step %2 of %3 · %4 s a step · %5 left</source>
        <translation>plan %1 : étape %2 sur %3 · %4 s par étape · reste %5</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>Queue %1 · %2</source>
        <translation>File %1 · %2</translation>
    </message>
    <message>
        <source>Queue %1</source>
        <translation>File %1</translation>
    </message>
    <message>
        <source>change seam</source>
        <translation>changer le raccord</translation>
    </message>
    <message>
        <source>take out of scene</source>
        <translation>retirer de la scène</translation>
    </message>
    <message>
        <source>pin take</source>
        <translation>épingler la prise</translation>
    </message>
    <message>
        <source>unpin take</source>
        <translation>désépingler la prise</translation>
    </message>
    <message>
        <source>end meets beginning</source>
        <translation>la fin rejoint le début</translation>
    </message>
    <message>
        <source>Keyframe picture</source>
        <translation>Image-clé</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.bmp)</source>
        <translation>Images (*.png *.jpg *.jpeg *.webp *.bmp)</translation>
    </message>
    <message>
        <source>This shot has only one take.</source>
        <translation>Ce plan n’a qu’une prise.</translation>
    </message>
    <message>
        <source>Make another one with %1.</source>
        <translation>Faites-en une autre avec %1.</translation>
    </message>
    <message>
        <source>Chosen take</source>
        <translation>Prise choisie</translation>
    </message>
    <message>
        <source>Take %1</source>
        <translation>Prise %1</translation>
    </message>
    <message>
        <source>New scene</source>
        <translation>Nouvelle scène</translation>
    </message>
    <message>
        <source>Rename scene</source>
        <translation>Renommer la scène</translation>
    </message>
    <message>
        <source>Title of the scene:</source>
        <translation>Titre de la scène :</translation>
    </message>
    <message>
        <source>Not rendered: %1</source>
        <translation>Non calculé : %1</translation>
    </message>
    <message>
        <source>Change the text. What may be rendered is set in Preferences → Rendering.</source>
        <translation>Changez le texte. Ce qui peut être calculé se règle dans Préférences → Calcul.</translation>
    </message>
    <message>
        <source>Shot %1</source>
        <translation>Plan %1</translation>
    </message>
    <message numerus="yes">
        <source>%n shots</source>
        <translation>
            <numerusform>%n plan</numerusform>
            <numerusform>%n plans</numerusform>
        </translation>
    </message>
    <message>
        <source>The picture could not be copied to %1.</source>
        <translation>L’image n’a pas pu être copiée dans %1.</translation>
    </message>
    <message>
        <source>Check that the folder can be written to.</source>
        <translation>Vérifiez que le dossier est accessible en écriture.</translation>
    </message>
    <message>
        <source>add keyframe</source>
        <translation>ajouter une image-clé</translation>
    </message>
    <message>
        <source>There is no picture at the playhead yet.</source>
        <translation>Il n’y a pas encore d’image à la tête de lecture.</translation>
    </message>
    <message>
        <source>Render the shot first.</source>
        <translation>Calculez d’abord le plan.</translation>
    </message>
    <message>
        <source>Export frame</source>
        <translation>Exporter l’image</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg)</source>
        <translation>Images (*.png *.jpg)</translation>
    </message>
    <message>
        <source>Import story</source>
        <translation>Importer une histoire</translation>
    </message>
    <message>
        <source>Stories (*.txt *.md *.fountain *.spmd)</source>
        <translation>Histoires (*.txt *.md *.fountain *.spmd)</translation>
    </message>
    <message>
        <source>About Longtake</source>
        <translation>À propos de Longtake</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Longtake %1&lt;/h3&gt;&lt;p&gt;A studio for films told in shots.&lt;/p&gt;&lt;p&gt;Open source under the Apache License 2.0. No account, no server, no telemetry.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Longtake %1&lt;/h3&gt;&lt;p&gt;Un studio pour les films racontés en plans.&lt;/p&gt;&lt;p&gt;Libre sous licence Apache 2.0. Ni compte, ni serveur, ni télémétrie.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Modifications non enregistrées</translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>Enregistrer les modifications de « %1 » ?</translation>
    </message>
    <message>
        <source>Takes that were rendered are kept either way.</source>
        <translation>Les prises calculées sont gardées dans tous les cas.</translation>
    </message>
    <message>
        <source>The example could not be copied to %1.</source>
        <translation>L’exemple n’a pas pu être copié dans %1.</translation>
    </message>
    <message>
        <source>Untitled film</source>
        <translation>Film sans titre</translation>
    </message>
    <message>
        <source>open other version</source>
        <translation>ouvrir une autre version</translation>
    </message>
    <message>
        <source>An export is running already: %1</source>
        <translation>Un export est déjà en cours : %1</translation>
    </message>
    <message>
        <source>Wait for it or stop it first.</source>
        <translation>Attendez-le ou arrêtez-le d’abord.</translation>
    </message>
    <message>
        <source>Export · stop</source>
        <translation>Export · arrêter</translation>
    </message>
    <message numerus="yes">
        <source>Export waits for %n shot(s) · stop</source>
        <translation>
            <numerusform>L’export attend %n plan · arrêter</numerusform>
            <numerusform>L’export attend %n plans · arrêter</numerusform>
        </translation>
    </message>
    <message>
        <source>The film was not exported: not all of its shots were rendered.</source>
        <translation>Le film n’a pas été exporté : tous ses plans n’ont pas été calculés.</translation>
    </message>
    <message>
        <source>The queue says why.</source>
        <translation>La file d’attente dit pourquoi.</translation>
    </message>
    <message>
        <source>Export %1 % · %2 · stop</source>
        <translation>Export %1 % · %2 · arrêter</translation>
    </message>
    <message>
        <source>Exported: %1</source>
        <translation>Exporté : %1</translation>
    </message>
    <message>
        <source>The export was stopped; no file was left behind.</source>
        <translation>L’export a été arrêté ; aucun fichier n’a été laissé.</translation>
    </message>
    <message>
        <source>The film is open for reading only.</source>
        <translation>Le film est ouvert en lecture seule.</translation>
    </message>
    <message>
        <source>Save it under another name to change it.</source>
        <translation>Enregistrez-le sous un autre nom pour le modifier.</translation>
    </message>
    <message>
        <source>Open film</source>
        <translation>Ouvrir un film</translation>
    </message>
    <message>
        <source>Films (*.t2vproj)</source>
        <translation>Films (*.t2vproj)</translation>
    </message>
    <message>
        <source>Save film</source>
        <translation>Enregistrer le film</translation>
    </message>
    <message>
        <source>The story has no shots.</source>
        <translation>L’histoire n’a aucun plan.</translation>
    </message>
    <message>
        <source>The story says nothing new.</source>
        <translation>L’histoire n’apporte rien de nouveau.</translation>
    </message>
    <message>
        <source>import story</source>
        <translation>importer une histoire</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>%1/%2 (not fetched: git lfs pull)</source>
        <translation>%1/%2 (non récupéré : git lfs pull)</translation>
    </message>
</context>
<context>
    <name>ModelsPanel</name>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Add model folder</source>
        <translation>Ajouter un dossier de modèle</translation>
    </message>
    <message>
        <source>Forget model folder</source>
        <translation>Oublier le dossier de modèle</translation>
    </message>
    <message>
        <source>Use for this film</source>
        <translation>Utiliser pour ce film</translation>
    </message>
    <message>
        <source>Check the model&apos;s files</source>
        <translation>Vérifier les fichiers du modèle</translation>
    </message>
    <message>
        <source>How far the check is</source>
        <translation>Avancement de la vérification</translation>
    </message>
    <message>
        <source>Add a model folder (with model_index.json); nothing is copied</source>
        <translation>Ajoute un dossier de modèle (avec model_index.json) ; rien n’est copié</translation>
    </message>
    <message>
        <source>Forget this folder; its files stay</source>
        <translation>Oublie ce dossier ; ses fichiers restent</translation>
    </message>
    <message>
        <source>Compares every weight file with what the model needs and with the checksums that came with it</source>
        <translation>Compare chaque fichier de poids avec ce qu’il faut au modèle et avec les sommes de contrôle fournies</translation>
    </message>
    <message>
        <source>Any diffusers model folder works where it lies. To fetch one yourself:
huggingface-cli download Wan-AI/Wan2.1-T2V-1.3B-Diffusers --local-dir FOLDER</source>
        <translation>Tout dossier de modèle diffusers convient là où il est. Pour en récupérer un :
huggingface-cli download Wan-AI/Wan2.1-T2V-1.3B-Diffusers --local-dir DOSSIER</translation>
    </message>
    <message>
        <source>Checked: all files are as the model needs them.</source>
        <translation>Vérifié : tous les fichiers sont tels que le modèle les attend.</translation>
    </message>
    <message>
        <source>The check was stopped.</source>
        <translation>La vérification a été arrêtée.</translation>
    </message>
    <message>
        <source>change model</source>
        <translation>changer de modèle</translation>
    </message>
    <message>
        <source>%1 (incomplete)</source>
        <translation>%1 (incomplet)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>No model found. Add the folder of one.</source>
        <translation>Aucun modèle trouvé. Ajoutez le dossier d’un modèle.</translation>
    </message>
    <message>
        <source>%1 · %2 on disk</source>
        <translation>%1 · %2 sur le disque</translation>
    </message>
    <message>
        <source>Needs about %1 of memory.</source>
        <translation>Demande environ %1 de mémoire.</translation>
    </message>
    <message>
        <source>Needs about %1 of memory; this machine has %2: choose a smaller one.</source>
        <translation>Demande environ %1 de mémoire ; cette machine en a %2 : choisissez-en un plus petit.</translation>
    </message>
    <message>
        <source>Needs about %1 of this machine&apos;s %2 of memory.</source>
        <translation>Demande environ %1 des %2 de mémoire de cette machine.</translation>
    </message>
    <message>
        <source>Licence: not stated in the folder</source>
        <translation>Licence : non indiquée dans le dossier</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>Licence : %1</translation>
    </message>
    <message numerus="yes">
        <source>Knows %n word(s)</source>
        <translation>
            <numerusform>Connaît %n mot</numerusform>
            <numerusform>Connaît %n mots</numerusform>
        </translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>Manque : %1</translation>
    </message>
    <message>
        <source>Made for: %1 at %2 frames per second, %3 steps, guidance %4</source>
        <translation>Fait pour : %1 à %2 images par seconde, %3 pas, guidage %4</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>Source : %1</translation>
    </message>
    <message>
        <source>Added by name; &quot;longtake model remove %1&quot; forgets it</source>
        <translation>Ajouté par son nom ; « longtake model remove %1 » l’oublie</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Vérification…</translation>
    </message>
    <message>
        <source>Folder of a model</source>
        <translation>Dossier d’un modèle</translation>
    </message>
</context>
<context>
    <name>NewFilmDialog</name>
    <message>
        <source>A &amp;story: each line becomes a shot</source>
        <translation>Une &amp;histoire : chaque ligne devient un plan</translation>
    </message>
    <message>
        <source>From a story</source>
        <translation>À partir d’une histoire</translation>
    </message>
    <message>
        <source>A &amp;blank film</source>
        <translation>Un film &amp;vide</translation>
    </message>
    <message>
        <source>Blank film</source>
        <translation>Film vide</translation>
    </message>
    <message>
        <source>An &amp;example</source>
        <translation>Un &amp;exemple</translation>
    </message>
    <message>
        <source>From an example</source>
        <translation>À partir d’un exemple</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>Histoire</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Exemples</translation>
    </message>
    <message>
        <source>New film</source>
        <translation>Nouveau film</translation>
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
        <translation>&amp;Créer le film</translation>
    </message>
    <message>
        <source>What do you start from?</source>
        <translation>De quoi partez-vous ?</translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message>
        <source>render version</source>
        <translation>version du moteur de calcul</translation>
    </message>
    <message>
        <source>model</source>
        <translation>modèle</translation>
    </message>
    <message>
        <source>adapters</source>
        <translation>adaptateurs</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>texte</translation>
    </message>
    <message>
        <source>negative prompt</source>
        <translation>texte négatif</translation>
    </message>
    <message>
        <source>sampler</source>
        <translation>échantillonneur</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>graine</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>étapes</translation>
    </message>
    <message>
        <source>guidance</source>
        <translation>guidage</translation>
    </message>
    <message>
        <source>size</source>
        <translation>taille</translation>
    </message>
    <message>
        <source>length</source>
        <translation>durée</translation>
    </message>
    <message>
        <source>frame rate</source>
        <translation>cadence</translation>
    </message>
    <message>
        <source>drift help</source>
        <translation>aide contre la dérive</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>boucle</translation>
    </message>
    <message>
        <source>keyframes</source>
        <translation>images-clés</translation>
    </message>
    <message>
        <source>context</source>
        <translation>contexte</translation>
    </message>
    <message>
        <source>prompt blend</source>
        <translation>mélange du texte</translation>
    </message>
    <message>
        <source>the prompt it blends from</source>
        <translation>le texte dont il part</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>non utilisé</translation>
    </message>
    <message>
        <source>%1 frames</source>
        <translation>%1 images</translation>
    </message>
    <message>
        <source>%1 latents</source>
        <translation>%1 latents</translation>
    </message>
    <message>
        <source>on</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>off</source>
        <translation>non</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 : changement</translation>
    </message>
    <message>
        <source>%1 changed from %2 to %3</source>
        <translation>%1 : %2 → %3</translation>
    </message>
    <message>
        <source>now continues from shot %1</source>
        <translation>continue maintenant le plan %1</translation>
    </message>
    <message>
        <source>now begins a new sequence</source>
        <translation>commence maintenant une nouvelle séquence</translation>
    </message>
    <message>
        <source>the first shot of the sequence, which drift help looks at, changed</source>
        <translation>le premier plan de la séquence, sur lequel s’appuie l’aide contre la dérive, a changé</translation>
    </message>
    <message>
        <source>shot %1, which it continues from, will be rendered again</source>
        <translation>le plan %1, qu’il continue, sera recalculé</translation>
    </message>
    <message>
        <source>shot %1, which it continues from, was rendered again</source>
        <translation>le plan %1, qu’il continue, a été recalculé</translation>
    </message>
    <message>
        <source>shot %1, which it continues from, was rendered again with other bits</source>
        <translation>le plan %1, qu’il continue, a été recalculé avec d’autres bits</translation>
    </message>
    <message>
        <source>shot %1, which it continues from, cannot be rendered</source>
        <translation>le plan %1, qu’il continue, ne peut pas être calculé</translation>
    </message>
    <message>
        <source>shot %1, which it continues from, is %2 and not %3</source>
        <translation>le plan %1, qu’il continue, est en %2 et non en %3</translation>
    </message>
    <message>
        <source>shot %1, which it continues from, was made with another model, whose latents this one cannot read</source>
        <translation>le plan %1, qu’il continue, vient d’un autre modèle, dont celui-ci ne sait pas lire les latents</translation>
    </message>
    <message>
        <source>shot %1, which it continues from, has lost the beginning of its stream: %2</source>
        <translation>le plan %1, qu’il continue, a perdu le début de son flux : %2</translation>
    </message>
    <message>
        <source>not rendered yet</source>
        <translation>pas encore calculé</translation>
    </message>
    <message>
        <source>its take was deleted</source>
        <translation>sa prise a été supprimée</translation>
    </message>
    <message>
        <source>its take %1 was damaged and set aside: %2</source>
        <translation>sa prise %1 était abîmée et a été mise de côté : %2</translation>
    </message>
    <message>
        <source>its take %1 is not there</source>
        <translation>sa prise %1 n’est pas là</translation>
    </message>
    <message>
        <source>take %1 of an earlier render fits</source>
        <translation>la prise %1 d’un calcul antérieur convient</translation>
    </message>
    <message>
        <source>the last attempt failed: %1</source>
        <translation>le dernier essai a échoué : %1</translation>
    </message>
    <message>
        <source>the model %1 cannot pin an image at frame %2</source>
        <translation>le modèle %1 ne peut pas fixer une image à l’image %2</translation>
    </message>
    <message>
        <source>the model %1 cannot make a loop</source>
        <translation>le modèle %1 ne peut pas faire de boucle</translation>
    </message>
    <message>
        <source>the model %1 needs sides that are multiples of %2, not %3</source>
        <translation>le modèle %1 veut des côtés multiples de %2, pas %3</translation>
    </message>
    <message>
        <source>keyframe image %1: %2</source>
        <translation>image-clé %1 : %2</translation>
    </message>
    <message>
        <source>the safety level refuses its text (%1)</source>
        <translation>le niveau de sûreté refuse son texte (%1)</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>&amp;Look</source>
        <translation>&amp;Apparence</translation>
    </message>
    <message>
        <source>&amp;Rendering</source>
        <translation>&amp;Calcul</translation>
    </message>
    <message>
        <source>&amp;Storage</source>
        <translation>&amp;Stockage</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Touches</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thème</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Appareil</translation>
    </message>
    <message>
        <source>Fastest there is</source>
        <translation>Le plus rapide</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>Processeur (CPU)</translation>
    </message>
    <message>
        <source>NVIDIA or AMD graphics card</source>
        <translation>Carte graphique NVIDIA ou AMD</translation>
    </message>
    <message>
        <source>Apple graphics</source>
        <translation>Graphismes Apple</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Fils d’exécution</translation>
    </message>
    <message>
        <source>as many as the machine has cores (%1)</source>
        <translation>autant que de cœurs (%1)</translation>
    </message>
    <message>
        <source>What may be rendered</source>
        <translation>Ce qui peut être calculé</translation>
    </message>
    <message>
        <source>Open: ask about nothing</source>
        <translation>Ouvert : ne rien demander</translation>
    </message>
    <message>
        <source>Careful: ask before sexual content, cruelty, self-harm, symbols of hate</source>
        <translation>Prudent : demander avant contenu sexuel, cruauté, automutilation, symboles de haine</translation>
    </message>
    <message>
        <source>Strict: refuse these, for schools and families</source>
        <translation>Strict : les refuser, pour écoles et familles</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>&amp;Appareil</translation>
    </message>
    <message>
        <source>T&amp;hreads</source>
        <translation>&amp;Fils d’exécution</translation>
    </message>
    <message>
        <source>The same film with the same number of threads on the same machine gives the same pictures, bit for bit.</source>
        <translation>Le même film, avec autant de fils sur la même machine, donne les mêmes images au bit près.</translation>
    </message>
    <message>
        <source>&amp;What may be rendered</source>
        <translation>&amp;Ce qui peut être calculé</translation>
    </message>
    <message>
        <source>Texts are looked through for words, on this machine only. Sexual content with minors is refused at every level.</source>
        <translation>Des mots sont cherchés dans les textes, sur cette machine seulement. Le contenu sexuel avec des mineurs est refusé à tous les niveaux.</translation>
    </message>
    <message>
        <source>Keys as in</source>
        <translation>Touches comme dans</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>Les miennes</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>New key for the action</source>
        <translation>Nouvelle touche pour l’action</translation>
    </message>
    <message>
        <source>&amp;No key</source>
        <translation>&amp;Aucune touche</translation>
    </message>
    <message>
        <source>No key for the action</source>
        <translation>Aucune touche pour l’action</translation>
    </message>
    <message>
        <source>New &amp;key:</source>
        <translation>Nouvelle &amp;touche :</translation>
    </message>
    <message>
        <source>Keys &amp;as in</source>
        <translation>Touches &amp;comme dans</translation>
    </message>
    <message>
        <source>%1 is both “%2” and “%3”: neither will work until one changes.</source>
        <translation>%1 sert à « %2 » et « %3 » : aucun ne marchera avant d’en changer un.</translation>
    </message>
    <message>
        <source>No key is used twice.</source>
        <translation>Aucune touche n’est utilisée deux fois.</translation>
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
        <translation>Position en timecode ; tapez pour y aller</translation>
    </message>
    <message>
        <source>The first shot has no seam before it.</source>
        <translation>Le premier plan n’a pas de raccord avant lui.</translation>
    </message>
    <message>
        <source>Last frame of shot %1</source>
        <translation>Dernière image du plan %1</translation>
    </message>
    <message>
        <source>First frame of shot %1</source>
        <translation>Première image du plan %1</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Mouvement</translation>
    </message>
    <message>
        <source>Motion: %1 pixels</source>
        <translation>Mouvement : %1 pixels</translation>
    </message>
    <message>
        <source>The film has no shots yet.</source>
        <translation>Le film n’a pas encore de plan.</translation>
    </message>
    <message>
        <source>Shot %1 has no text yet.</source>
        <translation>Le plan %1 n’a pas encore de texte.</translation>
    </message>
</context>
<context>
    <name>PreviewSurface</name>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Difference ×4</source>
        <translation>Différence ×4</translation>
    </message>
</context>
<context>
    <name>ProjectDocument</name>
    <message>
        <source>Untitled film</source>
        <translation>Film sans titre</translation>
    </message>
    <message>
        <source>Save it under another name to change it.</source>
        <translation>Enregistrez-le sous un autre nom pour le modifier.</translation>
    </message>
    <message>
        <source>No copy for recovery could be written: %1</source>
        <translation>Aucune copie de secours n’a pu être écrite : %1</translation>
    </message>
    <message>
        <source>%1 is open for reading only.</source>
        <translation>%1 est ouvert en lecture seule.</translation>
    </message>
    <message>
        <source>Save it under another name to keep your changes.</source>
        <translation>Enregistrez-le sous un autre nom pour garder vos changements.</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Jobs</source>
        <translation>Tâches</translation>
    </message>
    <message>
        <source>How many takes the job makes</source>
        <translation>Combien de prises la tâche fait</translation>
    </message>
    <message>
        <source>Move job up</source>
        <translation>Monter la tâche</translation>
    </message>
    <message>
        <source>Move job down</source>
        <translation>Descendre la tâche</translation>
    </message>
    <message>
        <source>Try job again</source>
        <translation>Relancer la tâche</translation>
    </message>
    <message>
        <source>Remove job</source>
        <translation>Retirer la tâche</translation>
    </message>
    <message>
        <source>Nothing to do. Press Render, and go on writing while it works.</source>
        <translation>Rien à faire. Lancez le calcul et continuez d’écrire pendant ce temps.</translation>
    </message>
    <message>
        <source>All jobs are over.</source>
        <translation>Toutes les tâches sont terminées.</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) · %1 left · done at about %2</source>
        <translation>
            <numerusform>%n tâche · reste %1 · prête vers %2</numerusform>
            <numerusform>%n tâches · reste %1 · prêtes vers %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n tâche</numerusform>
            <numerusform>%n tâches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecentFilms</name>
    <message>
        <source>No film opened yet</source>
        <translation>Aucun film ouvert jusqu’ici</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>&amp;Vider cette liste</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Recover film</source>
        <translation>Récupérer le film</translation>
    </message>
    <message>
        <source>“%1” has edits of %2 that were not saved when the program ended.</source>
        <translation>« %1 » contient des modifications du %2 non enregistrées à l’arrêt du programme.</translation>
    </message>
    <message>
        <source>The saved film was changed since by somebody else: look at both before you save.</source>
        <translation>Le film enregistré a été modifié depuis par quelqu’un d’autre : regardez les deux avant d’enregistrer.</translation>
    </message>
    <message>
        <source>Nothing is lost either way until you save.</source>
        <translation>Rien n’est perdu tant que vous n’enregistrez pas.</translation>
    </message>
    <message>
        <source>&amp;Recover</source>
        <translation>&amp;Récupérer</translation>
    </message>
    <message>
        <source>&amp;Open saved film</source>
        <translation>&amp;Ouvrir le film enregistré</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>&amp;Plus tard</translation>
    </message>
</context>
<context>
    <name>RenderQueue</name>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>done</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>arrêté</translation>
    </message>
    <message>
        <source>Rendering stops until the program is started again. The film and all takes are safe.</source>
        <translation>Le calcul s’arrête jusqu’au redémarrage du programme. Le film et toutes les prises sont saufs.</translation>
    </message>
    <message>
        <source>Another one is being started and goes on where this one stopped.</source>
        <translation>Un autre démarre et reprend là où celui-ci s’est arrêté.</translation>
    </message>
    <message>
        <source>%1 × %2 takes</source>
        <translation>%1 × %2 prises</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>étape %1 sur %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Tâche</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Reste</translation>
    </message>
</context>
<context>
    <name>Seam</name>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Coupe</translation>
    </message>
    <message>
        <source>Dissolve</source>
        <translation>Fondu</translation>
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
        <translation>Première image après le raccord</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Endroit</translation>
    </message>
    <message>
        <source>Seam</source>
        <translation>Raccord</translation>
    </message>
    <message>
        <source>Change across the seam against the change around it; 1 is as smooth as the shot itself</source>
        <translation>Changement au raccord par rapport à celui d’autour ; 1 est aussi lisse que le plan</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>The same for what motion does not explain</source>
        <translation>De même pour ce que le mouvement n’explique pas</translation>
    </message>
    <message>
        <source>Residual</source>
        <translation>Résidu</translation>
    </message>
    <message>
        <source>Jump of the mean colour (CIE Lab)</source>
        <translation>Saut de la couleur moyenne (CIE Lab)</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
</context>
<context>
    <name>ShotInspector</name>
    <message>
        <source>edit text</source>
        <translation>modifier le texte</translation>
    </message>
    <message>
        <source>edit negative text</source>
        <translation>modifier le texte négatif</translation>
    </message>
    <message>
        <source>edit narration</source>
        <translation>modifier la narration</translation>
    </message>
    <message>
        <source>edit notes</source>
        <translation>modifier les notes</translation>
    </message>
    <message>
        <source>change length</source>
        <translation>changer la durée</translation>
    </message>
    <message>
        <source>change seam</source>
        <translation>changer le raccord</translation>
    </message>
    <message>
        <source>change dissolve</source>
        <translation>changer le fondu</translation>
    </message>
    <message>
        <source>change blend</source>
        <translation>changer le mélange</translation>
    </message>
    <message>
        <source>change context</source>
        <translation>changer le contexte</translation>
    </message>
    <message>
        <source>change seed</source>
        <translation>changer la graine</translation>
    </message>
    <message>
        <source>new seed</source>
        <translation>nouvelle graine</translation>
    </message>
    <message>
        <source>lock seed</source>
        <translation>verrouiller la graine</translation>
    </message>
    <message>
        <source>unlock seed</source>
        <translation>déverrouiller la graine</translation>
    </message>
    <message>
        <source>change camera</source>
        <translation>changer la caméra</translation>
    </message>
    <message>
        <source>change steps</source>
        <translation>changer les étapes</translation>
    </message>
    <message>
        <source>change guidance</source>
        <translation>changer le guidage</translation>
    </message>
    <message>
        <source>end meets beginning</source>
        <translation>la fin rejoint le début</translation>
    </message>
    <message>
        <source>pin take</source>
        <translation>épingler la prise</translation>
    </message>
    <message>
        <source>unpin take</source>
        <translation>désépingler la prise</translation>
    </message>
    <message>
        <source>remove keyframe</source>
        <translation>retirer l’image-clé</translation>
    </message>
    <message>
        <source>Shot %1</source>
        <translation>Plan %1</translation>
    </message>
    <message numerus="yes">
        <source>%n shots</source>
        <translation>
            <numerusform>%n plan</numerusform>
            <numerusform>%n plans</numerusform>
        </translation>
    </message>
    <message>
        <source>What happens in this shot? @ names a character.</source>
        <translation>Que se passe-t-il dans ce plan ? @ nomme un personnage.</translation>
    </message>
    <message>
        <source>Several texts. Typing replaces all of them.</source>
        <translation>Plusieurs textes. Taper les remplace tous.</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n mot</numerusform>
            <numerusform>%n mots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) this model was not taught</source>
        <translation>
            <numerusform>%n mot inconnu de ce modèle</numerusform>
            <numerusform>%n mots inconnus de ce modèle</numerusform>
        </translation>
    </message>
    <message>
        <source>%1
Without: %2</source>
        <translation>%1
Sans : %2</translation>
    </message>
    <message>
        <source>The tokens could not be counted: %1</source>
        <translation>Les jetons n’ont pas pu être comptés : %1</translation>
    </message>
    <message>
        <source>Without: %L1 of %L2 tokens. The model does not read the end: “%3”</source>
        <translation>Sans : %L1 jetons sur %L2. Le modèle ne lit pas la fin : « %3 »</translation>
    </message>
    <message>
        <source>%L1 of %L2 tokens. The model does not read the end: “%3”</source>
        <translation>%L1 jetons sur %L2. Le modèle ne lit pas la fin : « %3 »</translation>
    </message>
    <message>
        <source>%L1 of %L2 tokens</source>
        <translation>%L1 jetons sur %L2</translation>
    </message>
    <message>
        <source>The pieces a text is cut into for the model</source>
        <translation>Les morceaux dans lesquels un texte est découpé pour le modèle</translation>
    </message>
    <message>
        <source>%1 frames will be made</source>
        <translation>%1 images seront faites</translation>
    </message>
    <message>
        <source>%1 frames will be made: the nearest the model can</source>
        <translation>%1 images seront faites : le plus proche que le modèle sache faire</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Text blend</source>
        <translation>Mélange du texte</translation>
    </message>
    <message>
        <source>first</source>
        <translation>première</translation>
    </message>
    <message>
        <source>last</source>
        <translation>dernière</translation>
    </message>
    <message>
        <source>at %1 s</source>
        <translation>à %1 s</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>as the text says</source>
        <translation>selon le texte</translation>
    </message>
    <message>
        <source>Select a shot on the timeline to write its text.</source>
        <translation>Choisissez un plan dans le montage pour écrire son texte.</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Avancé</translation>
    </message>
    <message>
        <source>Text of the shot</source>
        <translation>Texte du plan</translation>
    </message>
    <message>
        <source>Exact text the shot is made with</source>
        <translation>Texte exact utilisé pour le plan</translation>
    </message>
    <message>
        <source>Tokens of the text</source>
        <translation>Jetons du texte</translation>
    </message>
    <message>
        <source>Made with exactly this text:</source>
        <translation>Fait exactement avec ce texte :</translation>
    </message>
    <message>
        <source>Length in seconds</source>
        <translation>Durée en secondes</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Length in frames</source>
        <translation>Durée en images</translation>
    </message>
    <message>
        <source>Seam to the shot before</source>
        <translation>Raccord avec le plan précédent</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Coupe</translation>
    </message>
    <message>
        <source>Dissolve</source>
        <translation>Fondu</translation>
    </message>
    <message>
        <source>Length of the dissolve</source>
        <translation>Durée du fondu</translation>
    </message>
    <message>
        <source>How long the text blends over</source>
        <translation>Durée du mélange du texte</translation>
    </message>
    <message>
        <source>How many steps of the picture stream the text takes to change from the shot before to this one; 0: at once</source>
        <translation>En combien de pas du flux d’images le texte passe du plan précédent à celui-ci ; 0 : aussitôt</translation>
    </message>
    <message>
        <source>&amp;Length</source>
        <translation>&amp;Durée</translation>
    </message>
    <message>
        <source>Fr&amp;ames</source>
        <translation>I&amp;mages</translation>
    </message>
    <message>
        <source>Sea&amp;m</source>
        <translation>&amp;Raccord</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>from the film</source>
        <translation>du film</translation>
    </message>
    <message>
        <source>Lock seed</source>
        <translation>Verrouiller la graine</translation>
    </message>
    <message>
        <source>Locked: this shot keeps its own seed</source>
        <translation>Verrouillée : ce plan garde sa graine</translation>
    </message>
    <message>
        <source>New seed</source>
        <translation>Nouvelle graine</translation>
    </message>
    <message>
        <source>Roll a new seed</source>
        <translation>Tirer une nouvelle graine</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Caméra</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>Grai&amp;ne</translation>
    </message>
    <message>
        <source>&amp;Camera</source>
        <translation>Caméra</translation>
    </message>
    <message>
        <source>Keyframes: drop pictures here</source>
        <translation>Images-clés : déposez des images ici</translation>
    </message>
    <message>
        <source>Add keyframe picture</source>
        <translation>Ajouter une image-clé</translation>
    </message>
    <message>
        <source>Remove keyframe</source>
        <translation>Retirer l’image-clé</translation>
    </message>
    <message>
        <source>Keyframes</source>
        <translation>Images-clés</translation>
    </message>
    <message>
        <source>What a voice says over this shot</source>
        <translation>Ce que dit une voix sur ce plan</translation>
    </message>
    <message>
        <source>Narration</source>
        <translation>Narration</translation>
    </message>
    <message>
        <source>&amp;Narration</source>
        <translation>Narration</translation>
    </message>
    <message>
        <source>For you alone; never part of the picture</source>
        <translation>Pour vous seul ; jamais dans l’image</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>N&amp;otes</source>
        <translation>N&amp;otes</translation>
    </message>
    <message>
        <source>What should not be seen</source>
        <translation>Ce qu’on ne doit pas voir</translation>
    </message>
    <message>
        <source>Negative text</source>
        <translation>Texte négatif</translation>
    </message>
    <message>
        <source>Sampling steps</source>
        <translation>Étapes de calcul</translation>
    </message>
    <message>
        <source>as the film</source>
        <translation>comme le film</translation>
    </message>
    <message>
        <source>How often the picture is refined; more takes longer</source>
        <translation>Combien de fois l’image est affinée ; plus est plus long</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Guidage</translation>
    </message>
    <message>
        <source>How strictly the picture follows the text (CFG scale)</source>
        <translation>À quel point l’image suit le texte (échelle CFG)</translation>
    </message>
    <message>
        <source>Context latents</source>
        <translation>Latents de contexte</translation>
    </message>
    <message>
        <source>as the model</source>
        <translation>comme le modèle</translation>
    </message>
    <message>
        <source>How many of the last latents of the shot before this one are seen when continuing</source>
        <translation>Combien des derniers latents du plan précédent sont vus en continuant</translation>
    </message>
    <message>
        <source>End meets beginning</source>
        <translation>La fin rejoint le début</translation>
    </message>
    <message>
        <source>Pin: keep the take although out of date</source>
        <translation>Épingler : garder la prise même périmée</translation>
    </message>
    <message>
        <source>Pin take</source>
        <translation>Épingler la prise</translation>
    </message>
    <message>
        <source>Ne&amp;gative text</source>
        <translation>Texte né&amp;gatif</translation>
    </message>
    <message>
        <source>S&amp;teps</source>
        <translation>É&amp;tapes</translation>
    </message>
    <message>
        <source>G&amp;uidance</source>
        <translation>G&amp;uidage</translation>
    </message>
    <message>
        <source>Conte&amp;xt</source>
        <translation>Conte&amp;xte</translation>
    </message>
</context>
<context>
    <name>ShotListModel</name>
    <message>
        <source>Shot %1, %2, %3, %4. %5</source>
        <translation>Plan %1, %2, %3, %4. %5</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Seam</source>
        <translation>Raccord</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>Scène</translation>
    </message>
    <message>
        <source>edit text</source>
        <translation>modifier le texte</translation>
    </message>
    <message>
        <source>change seam</source>
        <translation>changer le raccord</translation>
    </message>
</context>
<context>
    <name>ShotListView</name>
    <message>
        <source>Shots</source>
        <translation>Plans</translation>
    </message>
</context>
<context>
    <name>ShotStates</name>
    <message>
        <source>not rendered yet</source>
        <translation>pas encore calculé</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>à jour</translation>
    </message>
    <message>
        <source>out of date</source>
        <translation>périmé</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>rendering, %1 %</source>
        <translation>calcul en cours, %1 %</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>%1, pinned</source>
        <translation>%1, épinglé</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
</context>
<context>
    <name>StepGraph</name>
    <message>
        <source>Seconds per step</source>
        <translation>Secondes par étape</translation>
    </message>
    <message>
        <source>last step %1 s</source>
        <translation>dernière étape %1 s</translation>
    </message>
    <message>
        <source>%1 s a step</source>
        <translation>%1 s par étape</translation>
    </message>
</context>
<context>
    <name>StoragePage</name>
    <message>
        <source>Most space for the takes of a film</source>
        <translation>Espace maximal pour les prises d’un film</translation>
    </message>
    <message>
        <source>&amp;Free space now</source>
        <translation>&amp;Libérer de l’espace</translation>
    </message>
    <message>
        <source>Remove takes that nothing needs</source>
        <translation>Supprimer les prises dont rien n’a besoin</translation>
    </message>
    <message>
        <source>Folder of the cache</source>
        <translation>Dossier du cache</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sans limite</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> Go</translation>
    </message>
    <message>
        <source>Removes deleted takes and, above the limit, the oldest. Takes that are shown, rated or continued from stay.</source>
        <translation>Supprime les prises effacées et, au-delà de la limite, les plus anciennes. Celles qui sont montrées, notées ou continuées restent.</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>Choose folder</source>
        <translation>Choisir un dossier</translation>
    </message>
    <message>
        <source>Keep at most of a film&apos;s &amp;takes</source>
        <translation>Garder au plus pour les &amp;prises d’un film</translation>
    </message>
    <message>
        <source>&amp;Cache: what the program measured on this machine</source>
        <translation>&amp;Cache : ce que le programme a mesuré sur cette machine</translation>
    </message>
    <message>
        <source>May be deleted at any time; it is made again. Another folder is used from the next start on.</source>
        <translation>Peut être supprimé à tout moment ; il est refait. Un autre dossier sert dès le prochain démarrage.</translation>
    </message>
    <message>
        <source>%1 freed. %2</source>
        <translation>%1 libérés. %2</translation>
    </message>
    <message numerus="yes">
        <source>This film has %n take(s), %1.</source>
        <translation>
            <numerusform>Ce film a %n prise, %1.</numerusform>
            <numerusform>Ce film a %n prises, %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StoryChangesDialog</name>
    <message>
        <source>changed</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nouveau</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>supprimé</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>déplacé</translation>
    </message>
    <message>
        <source>%1 — also changed here: the story wins</source>
        <translation>%1 — modifié ici aussi : l’histoire l’emporte</translation>
    </message>
    <message>
        <source>Shot %1 %2: %3</source>
        <translation>Plan %1 %2 : %3</translation>
    </message>
    <message>
        <source>Import story</source>
        <translation>Importer une histoire</translation>
    </message>
    <message>
        <source>What the story changes</source>
        <translation>Ce que l’histoire change</translation>
    </message>
    <message>
        <source>Shot</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Changement</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Bring in %n change(s)</source>
        <translation>
            <numerusform>&amp;Appliquer %n changement</numerusform>
            <numerusform>&amp;Appliquer %n changements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shot(s) of the story stay as they are, with their takes. Shots made in the studio are not touched.</source>
        <translation>
            <numerusform>%n plan de l’histoire reste tel quel, avec ses prises. Les plans faits dans le studio ne sont pas touchés.</numerusform>
            <numerusform>%n plans de l’histoire restent tels quels, avec leurs prises. Les plans faits dans le studio ne sont pas touchés.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakesModel</name>
    <message>
        <source>Take %1</source>
        <translation>Prise %1</translation>
    </message>
    <message>
        <source>Take %1, seed %2, %3 of 5 stars%4</source>
        <translation>Prise %1, graine %2, %3 étoiles sur 5%4</translation>
    </message>
    <message>
        <source>, chosen</source>
        <translation>, choisie</translation>
    </message>
    <message>
        <source>Take %1 · seed %2 · %3 steps · made in %4</source>
        <translation>Prise %1 · graine %2 · %3 étapes · faite en %4</translation>
    </message>
</context>
<context>
    <name>TakesPanel</name>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Negative text</source>
        <translation>Texte négatif</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Guidage</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Continues take</source>
        <translation>Continue la prise</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Faite sur</translation>
    </message>
    <message>
        <source>Takes of the shot</source>
        <translation>Prises du plan</translation>
    </message>
    <message>
        <source>No takes yet. Render the shot to see it here; render again for another one.</source>
        <translation>Pas encore de prise. Calculez le plan pour la voir ici, puis encore pour une autre.</translation>
    </message>
    <message>
        <source>Choose take</source>
        <translation>Choisir la prise</translation>
    </message>
    <message>
        <source>Delete take</source>
        <translation>Supprimer la prise</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Choisir</translation>
    </message>
    <message>
        <source>Show this take in the film (Enter)</source>
        <translation>Montrer cette prise dans le film (Entrée)</translation>
    </message>
    <message>
        <source>Delete this take; undo brings it back</source>
        <translation>Supprimer cette prise ; annuler la ramène</translation>
    </message>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n étoile</numerusform>
            <numerusform>%n étoiles</numerusform>
        </translation>
    </message>
    <message>
        <source>New take with new seed</source>
        <translation>Nouvelle prise, nouvelle graine</translation>
    </message>
    <message>
        <source>Made exactly like the chosen take.</source>
        <translation>Faite exactement comme la prise choisie.</translation>
    </message>
    <message>
        <source>Differs from the chosen take:
%1</source>
        <translation>Diffère de la prise choisie :
%1</translation>
    </message>
    <message>
        <source>Seed %1 · %2 steps · %3 frames</source>
        <translation>Graine %1 · %2 étapes · %3 images</translation>
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
        <translation>pas encore de texte</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Montage</translation>
    </message>
    <message>
        <source>Add the first shot with Ctrl+Shift+N, or drop a story (a text file) here.</source>
        <translation>Ajoutez le premier plan avec Ctrl+Maj+N, ou déposez ici une histoire (un fichier texte).</translation>
    </message>
    <message>
        <source>Continues from the last moment of shot %1. Click to change, double-click to inspect.</source>
        <translation>Continue le dernier instant du plan %1. Clic pour changer, double-clic pour examiner.</translation>
    </message>
    <message>
        <source>Cut. Click to change, double-click to inspect.</source>
        <translation>Coupe. Clic pour changer, double-clic pour examiner.</translation>
    </message>
    <message>
        <source>Dissolve. Click to change, double-click to inspect.</source>
        <translation>Fondu. Clic pour changer, double-clic pour examiner.</translation>
    </message>
    <message>
        <source>Scene: %1. Double-click to rename.</source>
        <translation>Scène : %1. Double-clic pour renommer.</translation>
    </message>
    <message>
        <source>Shot %1: %2
%3, %4 frames
%5</source>
        <translation>Plan %1 : %2
%3, %4 images
%5</translation>
    </message>
    <message>
        <source>Shot %1, %2, %3, %4. %5</source>
        <translation>Plan %1, %2, %3, %4. %5</translation>
    </message>
    <message numerus="yes">
        <source>Copy %n shot(s) before shot %1</source>
        <translation>
            <numerusform>Copier %n plan avant le plan %1</numerusform>
            <numerusform>Copier %n plans avant le plan %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n shot(s) before shot %1</source>
        <translation>
            <numerusform>Déplacer %n plan avant le plan %1</numerusform>
            <numerusform>Déplacer %n plans avant le plan %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n shot(s) to the end</source>
        <translation>
            <numerusform>Copier %n plan à la fin</numerusform>
            <numerusform>Copier %n plans à la fin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n shot(s) to the end</source>
        <translation>
            <numerusform>Déplacer %n plan à la fin</numerusform>
            <numerusform>Déplacer %n plans à la fin</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 frames</source>
        <translation>%1 · %2 images</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n following shot(s) become out of date</source>
        <translation>
            <numerusform>%1 · %n plan suivant sera périmé</numerusform>
            <numerusform>%1 · %n plans suivants seront périmés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Versions of the film</source>
        <translation>Versions du film</translation>
    </message>
    <message>
        <source>Other versions</source>
        <translation>Autres versions</translation>
    </message>
    <message>
        <source>&amp;Open this version</source>
        <translation>&amp;Ouvrir cette version</translation>
    </message>
    <message>
        <source>No other versions yet: one is kept with every save.</source>
        <translation>Pas encore d’autre version : une est gardée à chaque enregistrement.</translation>
    </message>
    <message>
        <source>Opening a version changes nothing until you save.</source>
        <translation>Ouvrir une version ne change rien tant que vous n’enregistrez pas.</translation>
    </message>
    <message numerus="yes">
        <source>%n shot(s)</source>
        <translation>
            <numerusform>%n plan</numerusform>
            <numerusform>%n plans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkerClient</name>
    <message>
        <source>The renderer stopped unexpectedly.</source>
        <translation>Le moteur de calcul s’est arrêté de façon inattendue.</translation>
    </message>
    <message>
        <source>The renderer ended with code %1.</source>
        <translation>Le moteur de calcul s’est terminé avec le code %1.</translation>
    </message>
    <message>
        <source>The renderer %1 could not be started: %2</source>
        <translation>Le moteur de calcul %1 n’a pas pu démarrer : %2</translation>
    </message>
    <message>
        <source>The renderer sent a line that is too long.</source>
        <translation>Le moteur de calcul a envoyé une ligne trop longue.</translation>
    </message>
</context>
</TS>
