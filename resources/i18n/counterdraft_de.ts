<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>Actions</name>
    <message>
      <source>&amp;About Counterdraft</source>
      <translation>Ü&amp;ber Counterdraft</translation>
    </message>
    <message>
      <source>&amp;Accept what is proposed</source>
      <translation>Vorschlag &amp;annehmen</translation>
    </message>
    <message>
      <source>&amp;Add documents…</source>
      <translation>Dokumente &amp;hinzufügen…</translation>
    </message>
    <message>
      <source>&amp;Back</source>
      <translation>&amp;Zurück</translation>
    </message>
    <message>
      <source>&amp;Clause library</source>
      <translation>&amp;Klauselbibliothek</translation>
    </message>
    <message>
      <source>&amp;Comment to the counterparty</source>
      <translation>&amp;Kommentar an die Gegenseite</translation>
    </message>
    <message>
      <source>&amp;Comments</source>
      <translation>Ko&amp;mmentare</translation>
    </message>
    <message>
      <source>&amp;Compare</source>
      <translation>&amp;Vergleichen</translation>
    </message>
    <message>
      <source>&amp;Edit</source>
      <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
      <source>&amp;Entry of this finding</source>
      <translation>&amp;Eintrag zu diesem Befund</translation>
    </message>
    <message>
      <source>&amp;Evidence</source>
      <translation>B&amp;elege</translation>
    </message>
    <message>
      <source>&amp;Export…</source>
      <translation>&amp;Exportieren…</translation>
    </message>
    <message>
      <source>&amp;File</source>
      <translation>&amp;Datei</translation>
    </message>
    <message>
      <source>&amp;Final</source>
      <translation>&amp;Endfassung</translation>
    </message>
    <message>
      <source>&amp;Find…</source>
      <translation>&amp;Suchen…</translation>
    </message>
    <message>
      <source>&amp;Go to clause…</source>
      <translation>&amp;Gehe zu Klausel…</translation>
    </message>
    <message>
      <source>&amp;Guide and keys</source>
      <translation>&amp;Anleitung und Tasten</translation>
    </message>
    <message>
      <source>&amp;Help</source>
      <translation>&amp;Hilfe</translation>
    </message>
    <message>
      <source>&amp;Library</source>
      <translation>B&amp;ibliothek</translation>
    </message>
    <message>
      <source>&amp;Next</source>
      <translation>&amp;Nächster</translation>
    </message>
    <message>
      <source>&amp;Not covered</source>
      <translation>&amp;Nicht erfasst</translation>
    </message>
    <message>
      <source>&amp;Open…</source>
      <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
      <source>&amp;Outline</source>
      <translation>&amp;Gliederung</translation>
    </message>
    <message>
      <source>&amp;Policy watch…</source>
      <translation>&amp;Richtlinien beobachten…</translation>
    </message>
    <message>
      <source>&amp;Profile…</source>
      <translation>&amp;Profil…</translation>
    </message>
    <message>
      <source>&amp;Proofreading</source>
      <translation>&amp;Korrekturlesen</translation>
    </message>
    <message>
      <source>&amp;Quit</source>
      <translation>&amp;Beenden</translation>
    </message>
    <message>
      <source>&amp;Recent matters</source>
      <translation>&amp;Zuletzt geöffnete Vorgänge</translation>
    </message>
    <message>
      <source>&amp;Redo</source>
      <translation>&amp;Wiederholen</translation>
    </message>
    <message>
      <source>&amp;Returned file…</source>
      <translation>Zurückgekommene &amp;Datei…</translation>
    </message>
    <message>
      <source>&amp;Review</source>
      <translation>&amp;Prüfen</translation>
    </message>
    <message>
      <source>&amp;Skip</source>
      <translation>Über&amp;springen</translation>
    </message>
    <message>
      <source>&amp;Two versions…</source>
      <translation>&amp;Zwei Fassungen…</translation>
    </message>
    <message>
      <source>&amp;Undo</source>
      <translation>&amp;Rückgängig</translation>
    </message>
    <message>
      <source>&amp;Undo the decision</source>
      <translation>Entscheidung z&amp;urücknehmen</translation>
    </message>
    <message>
      <source>&amp;Vendors side by side…</source>
      <translation>&amp;Anbieter nebeneinander…</translation>
    </message>
    <message>
      <source>&amp;View</source>
      <translation>&amp;Ansicht</translation>
    </message>
    <message>
      <source>&amp;What was read</source>
      <translation>&amp;Was gelesen wurde</translation>
    </message>
    <message>
      <source>Accept the &amp;risk…</source>
      <translation>&amp;Risiko annehmen…</translation>
    </message>
    <message>
      <source>Add documents to this matter</source>
      <translation>Dokumente zu diesem Vorgang hinzufügen</translation>
    </message>
    <message>
      <source>C&amp;lose the matter</source>
      <translation>Vorgang &amp;schließen</translation>
    </message>
    <message>
      <source>Close it; all is saved</source>
      <translation>Schließen; alles ist gespeichert</translation>
    </message>
    <message>
      <source>Close the window</source>
      <translation>Fenster schließen</translation>
    </message>
    <message>
      <source>Comments in the document</source>
      <translation>Kommentare im Dokument</translation>
    </message>
    <message>
      <source>Document</source>
      <translation>Dokument</translation>
    </message>
    <message>
      <source>E&amp;dit the words</source>
      <translation>&amp;Wortlaut bearbeiten</translation>
    </message>
    <message>
      <source>Find words in the document</source>
      <translation>Im Dokument suchen</translation>
    </message>
    <message>
      <source>Findings</source>
      <translation>Befunde</translation>
    </message>
    <message>
      <source>Flaws in the drafting</source>
      <translation>Redaktionelle Mängel</translation>
    </message>
    <message>
      <source>Go to a clause by its number</source>
      <translation>Über die Nummer zu einer Klausel springen</translation>
    </message>
    <message>
      <source>How the product will be used: it decides what matters</source>
      <translation>Wie das Produkt eingesetzt wird: davon hängt ab, worauf es ankommt</translation>
    </message>
    <message>
      <source>How the window is used</source>
      <translation>Wie das Fenster bedient wird</translation>
    </message>
    <message>
      <source>In the list of findings the letter alone does it</source>
      <translation>In der Liste der Befunde genügt der Buchstabe</translation>
    </message>
    <message>
      <source>Internal n&amp;ote</source>
      <translation>&amp;Interne Notiz</translation>
    </message>
    <message>
      <source>Left pane</source>
      <translation>Linker Bereich</translation>
    </message>
    <message>
      <source>Main toolbar</source>
      <translation>Hauptleiste</translation>
    </message>
    <message>
      <source>Move to documents and clause types</source>
      <translation>Zu Dokumenten und Klauseltypen wechseln</translation>
    </message>
    <message>
      <source>Move to the document</source>
      <translation>Zum Dokument wechseln</translation>
    </message>
    <message>
      <source>Move to the findings</source>
      <translation>Zu den Befunden wechseln</translation>
    </message>
    <message>
      <source>Move to the next pane</source>
      <translation>Zum nächsten Bereich wechseln</translation>
    </message>
    <message>
      <source>Move to the pane before</source>
      <translation>Zum vorherigen Bereich wechseln</translation>
    </message>
    <message>
      <source>Next &amp;high</source>
      <translation>Nächster &amp;hoher</translation>
    </message>
    <message>
      <source>Next finding</source>
      <translation>Nächster Befund</translation>
    </message>
    <message>
      <source>Next finding that is critical or high</source>
      <translation>Nächster kritischer oder hoher Befund</translation>
    </message>
    <message>
      <source>Next p&amp;ane</source>
      <translation>Nächster &amp;Bereich</translation>
    </message>
    <message>
      <source>Next use of the defined term</source>
      <translation>Nächste Verwendung des definierten Begriffs</translation>
    </message>
    <message>
      <source>Next use of the ter&amp;m</source>
      <translation>Nächste Verwen&amp;dung des Begriffs</translation>
    </message>
    <message>
      <source>O&amp;riginal</source>
      <translation>&amp;Original</translation>
    </message>
    <message>
      <source>Open documents or a matter</source>
      <translation>Dokumente oder einen Vorgang öffnen</translation>
    </message>
    <message>
      <source>Outline and clause types</source>
      <translation>Gliederung und Klauseltypen</translation>
    </message>
    <message>
      <source>Pr&amp;evious pane</source>
      <translation>&amp;Vorheriger Bereich</translation>
    </message>
    <message>
      <source>Pre&amp;vious</source>
      <translation>&amp;Vorheriger</translation>
    </message>
    <message>
      <source>Prev&amp;ious use of the term</source>
      <translation>Vorherige Verwendung des Be&amp;griffs</translation>
    </message>
    <message>
      <source>Previous finding</source>
      <translation>Vorheriger Befund</translation>
    </message>
    <message>
      <source>Previous use of the defined term</source>
      <translation>Vorherige Verwendung des definierten Begriffs</translation>
    </message>
    <message>
      <source>Profile: {0}</source>
      <translation>Profil: {0}</translation>
    </message>
    <message>
      <source>Re&amp;dlined</source>
      <translation>&amp;Redline</translation>
    </message>
    <message>
      <source>Read, extend and try the clause library</source>
      <translation>Klauselbibliothek lesen, ergänzen und ausprobieren</translation>
    </message>
    <message>
      <source>Return to where the jump began</source>
      <translation>Dorthin zurück, wo der Sprung begann</translation>
    </message>
    <message>
      <source>Review &amp;pasted text…</source>
      <translation>Eingefügten &amp;Text prüfen…</translation>
    </message>
    <message>
      <source>Review a&amp;gain</source>
      <translation>Erneu&amp;t prüfen</translation>
    </message>
    <message>
      <source>Review all documents with the library and profile in use</source>
      <translation>Alle Dokumente mit aktueller Bibliothek und aktuellem Profil prüfen</translation>
    </message>
    <message>
      <source>Review the bundled sample</source>
      <translation>Das mitgelieferte Beispiel prüfen</translation>
    </message>
    <message>
      <source>Review the text of the clipboard</source>
      <translation>Den Text der Zwischenablage prüfen</translation>
    </message>
    <message>
      <source>S&amp;top</source>
      <translation>Anha&amp;lten</translation>
    </message>
    <message>
      <source>Save a &amp;copy of the matter…</source>
      <translation>&amp;Kopie des Vorgangs speichern…</translation>
    </message>
    <message>
      <source>Se&amp;ttings…</source>
      <translation>Ei&amp;nstellungen…</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Einstellungen</translation>
    </message>
    <message>
      <source>Stop what is running</source>
      <translation>Anhalten, was gerade läuft</translation>
    </message>
    <message>
      <source>Terms and licences of several vendors, clause type by clause type</source>
      <translation>Bedingungen und Lizenzen mehrerer Anbieter, Klauseltyp für Klauseltyp</translation>
    </message>
    <message>
      <source>The changes marked in it</source>
      <translation>Die Änderungen im Text markiert</translation>
    </message>
    <message>
      <source>The document as received</source>
      <translation>Das Dokument, wie es einging</translation>
    </message>
    <message>
      <source>The library's entry on this finding</source>
      <translation>Der Eintrag der Bibliothek zu diesem Befund</translation>
    </message>
    <message>
      <source>Try the &amp;sample</source>
      <translation>Be&amp;ispiel ausprobieren</translation>
    </message>
    <message>
      <source>Use &amp;fallback</source>
      <translation>Rück&amp;fallposition nutzen</translation>
    </message>
    <message>
      <source>What came back against what was sent: answers, new asks, edits without a trace</source>
      <translation>Was zurückkam gegen das, was versandt wurde: Antworten, neue Forderungen, stille Änderungen</translation>
    </message>
    <message>
      <source>What changed in a policy, and which planned uses that touches</source>
      <translation>Was sich in einer Richtlinie geändert hat und welche geplanten Nutzungen das berührt</translation>
    </message>
    <message>
      <source>What differs between two versions, and what that means</source>
      <translation>Was zwei Fassungen unterscheidet und was das bedeutet</translation>
    </message>
    <message>
      <source>What no clause type explains</source>
      <translation>Was kein Klauseltyp erklärt</translation>
    </message>
    <message>
      <source>What was read of the document</source>
      <translation>Was aus dem Dokument gelesen wurde</translation>
    </message>
    <message>
      <source>With all changes accepted</source>
      <translation>Alle Änderungen angenommen</translation>
    </message>
    <message>
      <source>Write the redlined document, the memo and the data</source>
      <translation>Redline, Memo und Daten schreiben</translation>
    </message>
    <message>
      <source>Write the whole matter to another file, to hand it on or keep it</source>
      <translation>Den ganzen Vorgang in eine andere Datei schreiben, zum Weitergeben oder Aufbewahren</translation>
    </message>
    <message>
      <source>{0} – how the product will be used (Ctrl+P)</source>
      <translation>{0} – wie das Produkt eingesetzt wird (Strg+P)</translation>
    </message>
  </context>
  <context>
    <name>AnswerField</name>
    <message>
      <source>At least one is due.</source>
      <translation>Mindestens eine Angabe ist nötig.</translation>
    </message>
  </context>
  <context>
    <name>AnswerPane</name>
    <message>
      <source>&amp;Own words, in the place of theirs</source>
      <translation>&amp;Eigener Wortlaut anstelle des fremden</translation>
    </message>
    <message>
      <source>&amp;Wording of the counter</source>
      <translation>&amp;Formulierung des Gegenvorschlags</translation>
    </message>
    <message>
      <source>Answer what opened it again: {0}.</source>
      <translation>Beantworten Sie, was ihn wieder aufgemacht hat: {0}.</translation>
    </message>
    <message>
      <source>Collected: {0}.</source>
      <translation>Vorgemerkt: {0}.</translation>
    </message>
    <message>
      <source>Comment to the counter&amp;party</source>
      <translation>&amp;Kommentar an die Gegenseite</translation>
    </message>
    <message>
      <source>Comment to the counterparty</source>
      <translation>Kommentar an die Gegenseite</translation>
    </message>
    <message>
      <source>Library: what the review asks for</source>
      <translation>Bibliothek: was die Prüfung verlangt</translation>
    </message>
    <message>
      <source>Library: {0}</source>
      <translation>Bibliothek: {0}</translation>
    </message>
    <message>
      <source>No answer</source>
      <translation>Keine Antwort</translation>
    </message>
    <message>
      <source>Nothing is written for this point.</source>
      <translation>Zu diesem Punkt wird nichts geschrieben.</translation>
    </message>
    <message>
      <source>Only the points of the last round can be answered.</source>
      <translation>Nur Punkte der letzten Runde können beantwortet werden.</translation>
    </message>
    <message>
      <source>Own words</source>
      <translation>Eigener Wortlaut</translation>
    </message>
    <message>
      <source>Own words, in the place of theirs</source>
      <translation>Eigener Wortlaut anstelle des fremden</translation>
    </message>
    <message>
      <source>Say what is to stand there in place of these words; they are marked as your own.</source>
      <translation>Geben Sie an, was anstelle dieser Wörter dort stehen soll; es wird als Ihr eigener Wortlaut gekennzeichnet.</translation>
    </message>
    <message>
      <source>Say what the comment is.</source>
      <translation>Geben Sie den Kommentar ein.</translation>
    </message>
    <message>
      <source>Wording of the counter</source>
      <translation>Formulierung des Gegenvorschlags</translation>
    </message>
    <message>
      <source>Your answer</source>
      <translation>Ihre Antwort</translation>
    </message>
    <message>
      <source>Your answer to {0}</source>
      <translation>Ihre Antwort auf {0}</translation>
    </message>
  </context>
  <context>
    <name>AttachmentDialog</name>
    <message>
      <source>Attachments</source>
      <translation>Anlagen</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Öffnen</translation>
    </message>
    <message>
      <source>{0} holds several documents. Which one is to be reviewed?</source>
      <translation>{0} enthält mehrere Dokumente. Welches soll geprüft werden?</translation>
    </message>
  </context>
  <context>
    <name>BaselinesModel</name>
    <message>
      <source>Baseline</source>
      <translation>Ausgangsfassung</translation>
    </message>
    <message>
      <source>Kept on</source>
      <translation>Behalten am</translation>
    </message>
    <message>
      <source>Next look</source>
      <translation>Wieder ansehen</translation>
    </message>
    <message>
      <source>Owner</source>
      <translation>Zuständig</translation>
    </message>
    <message>
      <source>nobody named</source>
      <translation>niemand benannt</translation>
    </message>
  </context>
  <context>
    <name>BeginPage</name>
    <message>
      <source>Baselines kept in the matter</source>
      <translation>Im Vorgang aufbewahrte Ausgangsfassungen</translation>
    </message>
    <message>
      <source>Choose a folder…</source>
      <translation>Ordner wählen…</translation>
    </message>
    <message>
      <source>Choose versions…</source>
      <translation>Fassungen wählen…</translation>
    </message>
    <message>
      <source>Compare a newer version…</source>
      <translation>Neuere Fassung vergleichen…</translation>
    </message>
    <message>
      <source>Drop the versions of a policy or of terms here, or a folder of them</source>
      <translation>Ziehen Sie die Fassungen einer Richtlinie oder von Bedingungen hierher, oder einen Ordner damit</translation>
    </message>
    <message>
      <source>Keep it no longer…</source>
      <translation>Nicht länger behalten…</translation>
    </message>
    <message>
      <source>Two versions or more. Days are taken from the names, such as terms-2026-03-31.pdf, and can be corrected. Nothing is fetched: you bring the files.</source>
      <translation>Zwei Fassungen oder mehr. Die Tage kommen aus den Namen, etwa terms-2026-03-31.pdf, und lassen sich berichtigen. Nichts wird geholt: Sie bringen die Dateien mit.</translation>
    </message>
  </context>
  <context>
    <name>Care</name>
    <message>
      <source>Baseline: {0}</source>
      <translation>Ausgangsfassung: {0}</translation>
    </message>
    <message>
      <source>Keep {0} no longer?</source>
      <translation>{0} nicht länger behalten?</translation>
    </message>
    <message>
      <source>Newest: {0}</source>
      <translation>Neueste: {0}</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <source>The matter then holds it no more. A file of your own, wherever it is, stays.</source>
      <translation>Der Vorgang enthält sie dann nicht mehr. Ihre eigene Datei bleibt, wo immer sie liegt.</translation>
    </message>
    <message>
      <source>{0} is the baseline now; the next version can be held against it.</source>
      <translation>{0} ist jetzt die Ausgangsfassung; die nächste Fassung lässt sich damit vergleichen.</translation>
    </message>
  </context>
  <context>
    <name>ChangeDetail</name>
    <message>
      <source>The chosen change</source>
      <translation>Die gewählte Änderung</translation>
    </message>
  </context>
  <context>
    <name>ChangeDialog</name>
    <message>
      <source>Change</source>
      <translation>Ändern</translation>
    </message>
    <message>
      <source>Change an entry</source>
      <translation>Eintrag ändern</translation>
    </message>
    <message>
      <source>Which parts of “{0}” does your library say differently? They are copied as they are, to be changed; all others stay those of the bundled library, also when that is updated.</source>
      <translation>Welche Teile von „{0}“ regelt Ihre Bibliothek anders? Sie werden unverändert kopiert, damit Sie sie ändern können; alle übrigen bleiben die der mitgelieferten Bibliothek, auch wenn diese aktualisiert wird.</translation>
    </message>
    <message>
      <source>With other positions change the examples too: each names the position it stands on.</source>
      <translation>Mit anderen Positionen auch die Beispiele ändern: jedes nennt die Position, auf der es steht.</translation>
    </message>
  </context>
  <context>
    <name>ChangeFilters</name>
    <message>
      <source>Any clause type</source>
      <translation>Jeder Klauseltyp</translation>
    </message>
    <message>
      <source>Any severity</source>
      <translation>Jedes Gewicht</translation>
    </message>
    <message>
      <source>Clause type</source>
      <translation>Klauseltyp</translation>
    </message>
    <message>
      <source>Severity of the finding</source>
      <translation>Gewicht des Befunds</translation>
    </message>
  </context>
  <context>
    <name>ChangeStrip</name>
    <message>
      <source>Overview of the changes</source>
      <translation>Übersicht der Änderungen</translation>
    </message>
    <message>
      <source>and {0} more</source>
      <translation>und {0} weitere</translation>
    </message>
    <message>
      <source>{0} changes, {1} of them worse. The list of changes tells the same.</source>
      <translation>{0} Änderungen, davon {1} schlechter. Die Liste der Änderungen sagt dasselbe.</translation>
    </message>
  </context>
  <context>
    <name>ChangesPane</name>
    <message>
      <source>By place</source>
      <translation>Nach Fundstelle</translation>
    </message>
    <message>
      <source>Changes</source>
      <translation>Änderungen</translation>
    </message>
    <message>
      <source>Filter changes</source>
      <translation>Filtern</translation>
    </message>
    <message>
      <source>Filter changes by words</source>
      <translation>Änderungen nach Wörtern filtern</translation>
    </message>
    <message>
      <source>Filters</source>
      <translation>Filter</translation>
    </message>
    <message>
      <source>Filters (in use)</source>
      <translation>Filter (aktiv)</translation>
    </message>
    <message>
      <source>No change fits this filter.</source>
      <translation>Keine Änderung passt zu diesem Filter.</translation>
    </message>
    <message>
      <source>Not compared or read: {0}</source>
      <translation>Nicht verglichen oder gelesen: {0}</translation>
    </message>
    <message>
      <source>Not read: {0}</source>
      <translation>Nicht gelesen: {0}</translation>
    </message>
    <message>
      <source>Order of the changes</source>
      <translation>Reihenfolge der Änderungen</translation>
    </message>
    <message>
      <source>The two versions say the same.</source>
      <translation>Beide Fassungen sagen dasselbe.</translation>
    </message>
    <message>
      <source>Worst first</source>
      <translation>Schwerste zuerst</translation>
    </message>
  </context>
  <context>
    <name>ChooseDialog</name>
    <message>
      <source>&amp;New version</source>
      <translation>&amp;Neue Fassung</translation>
    </message>
    <message>
      <source>&amp;Old version</source>
      <translation>&amp;Alte Fassung</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>Wählen…</translation>
    </message>
    <message>
      <source>Choose… ({0})</source>
      <translation>Wählen… ({0})</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>Vergleichen</translation>
    </message>
    <message>
      <source>Compare two versions</source>
      <translation>Zwei Fassungen vergleichen</translation>
    </message>
    <message>
      <source>New version</source>
      <translation>Neue Fassung</translation>
    </message>
    <message>
      <source>Old version</source>
      <translation>Alte Fassung</translation>
    </message>
    <message>
      <source>S&amp;wap ⇅</source>
      <translation>&amp;Tauschen ⇅</translation>
    </message>
    <message>
      <source>Word, PDF or any other format that can be opened; both need not be of one kind.</source>
      <translation>Word, PDF oder jedes andere Format, das sich öffnen lässt; beide müssen nicht von derselben Art sein.</translation>
    </message>
  </context>
  <context>
    <name>ClauseDialog</name>
    <message>
      <source>&amp;Number or title, such as 5(c), Exhibit A or Termination:</source>
      <translation>&amp;Nummer oder Überschrift, etwa 5(c), Exhibit A oder Termination:</translation>
    </message>
    <message>
      <source>Go there</source>
      <translation>Dorthin</translation>
    </message>
    <message>
      <source>Go to a clause</source>
      <translation>Gehe zu Klausel</translation>
    </message>
    <message>
      <source>Number or title of the clause</source>
      <translation>Nummer oder Überschrift der Klausel</translation>
    </message>
    <message>
      <source>Places of the document</source>
      <translation>Stellen des Dokuments</translation>
    </message>
    <message>
      <source>This document numbers no clauses and has no headings; find its words instead (Ctrl+F).</source>
      <translation>Dieses Dokument hat weder nummerierte Klauseln noch Überschriften; suchen Sie stattdessen nach seinen Wörtern (Strg+F).</translation>
    </message>
    <message>
      <source>“{0}” is no number or title of this document. Its numbers go from {1} to {2}.</source>
      <translation>„{0}“ ist weder Nummer noch Überschrift in diesem Dokument. Seine Nummern reichen von {1} bis {2}.</translation>
    </message>
    <message>
      <source>“{0}” is no title of this document, which has no numbers.</source>
      <translation>„{0}“ ist keine Überschrift dieses Dokuments; Nummern hat es nicht.</translation>
    </message>
  </context>
  <context>
    <name>ColumnsDesk</name>
    <message>
      <source>Judging again</source>
      <translation>Wird neu bewertet</translation>
    </message>
    <message>
      <source>Reading {0}</source>
      <translation>{0} wird gelesen</translation>
    </message>
    <message>
      <source>Taking the documents of the matter</source>
      <translation>Dokumente des Vorgangs werden übernommen</translation>
    </message>
    <message>
      <source>Writing {0}</source>
      <translation>{0} wird geschrieben</translation>
    </message>
  </context>
  <context>
    <name>CommentsPane</name>
    <message>
      <source>Comments in the document</source>
      <translation>Kommentare im Dokument</translation>
    </message>
  </context>
  <context>
    <name>CompaniesTable</name>
    <message>
      <source>Add a company</source>
      <translation>Unternehmen hinzufügen</translation>
    </message>
    <message>
      <source>Columns in this order: company, relation, votes in %, users in the month before the release, today …</source>
      <translation>Spalten in dieser Reihenfolge: Unternehmen, Verhältnis, Stimmen in %, Nutzer im Monat vor der Veröffentlichung, heute …</translation>
    </message>
    <message>
      <source>Paste from a spreadsheet</source>
      <translation>Aus Tabelle einfügen</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <source>Remove the chosen companies</source>
      <translation>Die gewählten Unternehmen entfernen</translation>
    </message>
  </context>
  <context>
    <name>ComparePage</name>
    <message>
      <source>Compare again</source>
      <translation>Erneut vergleichen</translation>
    </message>
  </context>
  <context>
    <name>CompareWindow</name>
    <message>
      <source>Comparing {0} with {1}</source>
      <translation>{0} wird mit {1} verglichen</translation>
    </message>
    <message>
      <source>Judged for {0}</source>
      <translation>Bewertet für {0}</translation>
    </message>
    <message>
      <source>Judging what it means</source>
      <translation>Bedeutung wird bewertet</translation>
    </message>
    <message>
      <source>Looking at what leaves</source>
      <translation>Ausgehendes wird geprüft</translation>
    </message>
    <message>
      <source>Not shown as a change: {0}</source>
      <translation>Nicht als Änderung gezeigt: {0}</translation>
    </message>
    <message>
      <source>Nothing is compared.</source>
      <translation>Nichts ist verglichen.</translation>
    </message>
    <message>
      <source>Replace</source>
      <translation>Ersetzen</translation>
    </message>
    <message>
      <source>Replace {0}?</source>
      <translation>{0} ersetzen?</translation>
    </message>
    <message>
      <source>There is a file of this name already.</source>
      <translation>Eine Datei dieses Namens gibt es schon.</translation>
    </message>
    <message>
      <source>Writing {0}</source>
      <translation>{0} wird geschrieben</translation>
    </message>
    <message>
      <source>Written: {0}</source>
      <translation>Geschrieben: {0}</translation>
    </message>
    <message>
      <source>{0} with tracked changes that give {1}. Neither of the two files is changed.</source>
      <translation>{0} mit nachverfolgten Änderungen, die {1} ergeben. Keine der beiden Dateien wird geändert.</translation>
    </message>
    <message>
      <source>{0} → {1}</source>
      <translation>{0} → {1}</translation>
    </message>
  </context>
  <context>
    <name>ConfirmDialog</name>
    <message>
      <source>Please confirm</source>
      <translation>Bitte bestätigen</translation>
    </message>
  </context>
  <context>
    <name>DayDelegate</name>
    <message>
      <source>Day of the version</source>
      <translation>Tag der Fassung</translation>
    </message>
  </context>
  <context>
    <name>DecisionBar</name>
    <message>
      <source>Accept</source>
      <translation>Annehmen</translation>
    </message>
    <message>
      <source>Accept risk</source>
      <translation>Risiko annehmen</translation>
    </message>
    <message>
      <source>Ask for nothing and live with it, for a reason (R)</source>
      <translation>Nichts verlangen und damit leben, mit Begründung (R)</translation>
    </message>
    <message>
      <source>Ask for the next fallback (F)</source>
      <translation>Die nächste Rückfallposition verlangen (F)</translation>
    </message>
    <message>
      <source>Ask in your own words (M)</source>
      <translation>In eigenen Worten verlangen (M)</translation>
    </message>
    <message>
      <source>Ask the counterparty for what is proposed (A)</source>
      <translation>Von der Gegenseite das Vorgeschlagene verlangen (A)</translation>
    </message>
    <message>
      <source>Decision</source>
      <translation>Entscheidung</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>Bearbeiten</translation>
    </message>
    <message>
      <source>Fallback</source>
      <translation>Rückfallposition</translation>
    </message>
    <message>
      <source>Leave the finding out (S)</source>
      <translation>Den Befund auslassen (S)</translation>
    </message>
    <message>
      <source>Make it undecided again (U)</source>
      <translation>Wieder offen lassen (U)</translation>
    </message>
    <message>
      <source>Skip</source>
      <translation>Überspringen</translation>
    </message>
    <message>
      <source>Undo decision</source>
      <translation>Zurücknehmen</translation>
    </message>
  </context>
  <context>
    <name>Desk</name>
    <message>
      <source>Saved {0}</source>
      <translation>{0} gespeichert</translation>
    </message>
  </context>
  <context>
    <name>DetailPane</name>
    <message>
      <source>Detail of the finding</source>
      <translation>Einzelheiten des Befunds</translation>
    </message>
  </context>
  <context>
    <name>DocumentPane</name>
    <message>
      <source>Next use (F3)</source>
      <translation>Nächste Verwendung (F3)</translation>
    </message>
    <message>
      <source>What was read of the document</source>
      <translation>Was aus dem Dokument gelesen wurde</translation>
    </message>
    <message>
      <source>{0} of {1}</source>
      <translation>{0} von {1}</translation>
    </message>
    <message>
      <source>{0} uses</source>
      <translation>{0} Verwendungen</translation>
    </message>
  </context>
  <context>
    <name>DropZones</name>
    <message>
      <source>Add to this matter</source>
      <translation>Zu diesem Vorgang hinzufügen</translation>
    </message>
    <message>
      <source>Open as a new matter</source>
      <translation>Als neuen Vorgang öffnen</translation>
    </message>
  </context>
  <context>
    <name>DutyStrip</name>
    <message>
      <source>&amp;Report…</source>
      <translation>Be&amp;richt…</translation>
    </message>
    <message>
      <source>Day of the next look</source>
      <translation>Tag, an dem wieder anzusehen ist</translation>
    </message>
    <message>
      <source>Keep as the &amp;baseline</source>
      <translation>Als Aus&amp;gangsfassung behalten</translation>
    </message>
    <message>
      <source>Look again &amp;on</source>
      <translation>Wi&amp;eder ansehen am</translation>
    </message>
    <message>
      <source>O&amp;wner</source>
      <translation>&amp;Zuständig</translation>
    </message>
    <message>
      <source>Owner: who looks at the policy again</source>
      <translation>Zuständig: wer die Richtlinie wieder ansieht</translation>
    </message>
    <message>
      <source>Who looks again</source>
      <translation>Wer wieder hinsieht</translation>
    </message>
  </context>
  <context>
    <name>EditPane</name>
    <message>
      <source>1 mistake</source>
      <translation>1 Fehler</translation>
    </message>
    <message>
      <source>1 warning</source>
      <translation>1 Warnung</translation>
    </message>
    <message>
      <source>Another program has changed this file. Yours is kept until you say otherwise.</source>
      <translation>Ein anderes Programm hat diese Datei geändert. Ihre bleibt, bis Sie anders entscheiden.</translation>
    </message>
    <message>
      <source>Checking …</source>
      <translation>Wird geprüft …</translation>
    </message>
    <message>
      <source>Insert wording…</source>
      <translation>Formulierung einfügen…</translation>
    </message>
    <message>
      <source>Keep mine</source>
      <translation>Meine behalten</translation>
    </message>
    <message>
      <source>Mistakes and warnings</source>
      <translation>Fehler und Warnungen</translation>
    </message>
    <message>
      <source>Not checked: {0}</source>
      <translation>Nicht geprüft: {0}</translation>
    </message>
    <message>
      <source>Puts in the wording of a bundled position, to be changed</source>
      <translation>Fügt die Formulierung einer mitgelieferten Position ein, zum Ändern</translation>
    </message>
    <message>
      <source>Revert to bundled…</source>
      <translation>Auf mitgelieferten zurücksetzen…</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Speichern</translation>
    </message>
    <message>
      <source>Take theirs</source>
      <translation>Fremde übernehmen</translation>
    </message>
    <message>
      <source>Your text is kept as a draft beside the file</source>
      <translation>Ihr Text wird neben der Datei als Entwurf aufbewahrt</translation>
    </message>
    <message>
      <source>left out, because of mistakes of their own: {0}</source>
      <translation>wegen eigener Fehler ausgelassen: {0}</translation>
    </message>
    <message>
      <source>no mistakes</source>
      <translation>keine Fehler</translation>
    </message>
    <message>
      <source>{0} mistakes</source>
      <translation>{0} Fehler</translation>
    </message>
    <message>
      <source>{0} warnings</source>
      <translation>{0} Warnungen</translation>
    </message>
    <message>
      <source>{0} {1} of {2} examples pass</source>
      <translation>{0} {1} von {2} Beispielen bestanden</translation>
    </message>
    <message>
      <source>✗ The entry cannot be used yet</source>
      <translation>✗ Der Eintrag ist noch nicht verwendbar</translation>
    </message>
  </context>
  <context>
    <name>EntriesPane</name>
    <message>
      <source>All packs</source>
      <translation>Alle Pakete</translation>
    </message>
    <message>
      <source>Changed by us</source>
      <translation>Von uns geändert</translation>
    </message>
    <message>
      <source>Clause types</source>
      <translation>Klauseltypen</translation>
    </message>
    <message>
      <source>Entries of no pack</source>
      <translation>Einträge ohne Paket</translation>
    </message>
    <message>
      <source>Loading the clause library …</source>
      <translation>Klauselbibliothek wird geladen …</translation>
    </message>
    <message>
      <source>No entry fits. Take out a word or a filter.</source>
      <translation>Kein Eintrag passt. Nehmen Sie ein Wort oder einen Filter heraus.</translation>
    </message>
    <message>
      <source>Pack</source>
      <translation>Paket</translation>
    </message>
    <message>
      <source>Search the library</source>
      <translation>Einträge suchen</translation>
    </message>
    <message>
      <source>Search titles, positions and wording</source>
      <translation>Titel, Positionen und Formulierungen durchsuchen</translation>
    </message>
    <message>
      <source>{0} clause types</source>
      <translation>{0} Klauseltypen</translation>
    </message>
    <message>
      <source>{0} of {1} clause types</source>
      <translation>{0} von {1} Klauseltypen</translation>
    </message>
  </context>
  <context>
    <name>EntryDesk</name>
    <message>
      <source>Another program has changed the file since it was opened; that change would be lost.</source>
      <translation>Ein anderes Programm hat die Datei geändert, seit sie geöffnet wurde; diese Änderung ginge verloren.</translation>
    </message>
    <message>
      <source>Keep as a draft</source>
      <translation>Als Entwurf aufbewahren</translation>
    </message>
    <message>
      <source>Keep your text as a draft?</source>
      <translation>Ihren Text als Entwurf aufbewahren?</translation>
    </message>
    <message>
      <source>Kept as a draft: {0}. No review reads it.</source>
      <translation>Als Entwurf aufbewahrt: {0}. Keine Prüfung liest ihn.</translation>
    </message>
    <message>
      <source>Revert to bundled</source>
      <translation>Auf mitgelieferten zurücksetzen</translation>
    </message>
    <message>
      <source>The bundled entry is used again; your file is kept as {0}.bak.</source>
      <translation>Der mitgelieferte Eintrag gilt wieder; Ihre Datei ist als {0}.bak aufbewahrt.</translation>
    </message>
    <message>
      <source>Use the bundled entry again?</source>
      <translation>Wieder den mitgelieferten Eintrag verwenden?</translation>
    </message>
    <message>
      <source>What you had not saved is kept as a draft: {0}</source>
      <translation>Was Sie nicht gespeichert hatten, ist als Entwurf aufbewahrt: {0}</translation>
    </message>
    <message>
      <source>Write over it</source>
      <translation>Überschreiben</translation>
    </message>
    <message>
      <source>Write your text over {0}?</source>
      <translation>{0} mit Ihrem Text überschreiben?</translation>
    </message>
    <message>
      <source>Your file is kept as {0}.bak.</source>
      <translation>Ihre Datei wird als {0}.bak aufbewahrt.</translation>
    </message>
    <message>
      <source>Your text is kept as a draft: {0}</source>
      <translation>Ihr Text ist als Entwurf aufbewahrt: {0}</translation>
    </message>
    <message>
      <source>{0} has mistakes and cannot be used, so it is not saved: the library stays as it was.</source>
      <translation>{0} hat Fehler und ist nicht verwendbar, wird also nicht gespeichert: die Bibliothek bleibt, wie sie war.</translation>
    </message>
    <message>
      <source>{0} is gone from the folder; save to write it again.</source>
      <translation>{0} liegt nicht mehr im Ordner; speichern Sie, um die Datei neu zu schreiben.</translation>
    </message>
    <message>
      <source>{0} is saved. Your library has changed.</source>
      <translation>{0} ist gespeichert. Ihre Bibliothek hat sich geändert.</translation>
    </message>
    <message>
      <source>{0} was changed by another program and is shown as it is now.</source>
      <translation>{0} wurde von einem anderen Programm geändert und wird im jetzigen Stand gezeigt.</translation>
    </message>
    <message>
      <source>{0}: this is the draft that was kept.</source>
      <translation>{0}: dies ist der aufbewahrte Entwurf.</translation>
    </message>
    <message>
      <source>{0}: this is the draft that was kept; the file itself is older.</source>
      <translation>{0}: dies ist der aufbewahrte Entwurf; die Datei selbst ist älter.</translation>
    </message>
  </context>
  <context>
    <name>ExportDialog</name>
    <message>
      <source>&amp;Author</source>
      <translation>&amp;Autor</translation>
    </message>
    <message>
      <source>&amp;Clean copy: all changes accepted, no comments</source>
      <translation>&amp;Reinfassung: alle Änderungen angenommen, keine Kommentare</translation>
    </message>
    <message>
      <source>&amp;Date</source>
      <translation>&amp;Datum</translation>
    </message>
    <message>
      <source>&amp;Folder</source>
      <translation>&amp;Ordner</translation>
    </message>
    <message>
      <source>&amp;Leave out</source>
      <translation>&amp;Nicht aufnehmen</translation>
    </message>
    <message>
      <source>&amp;Memo for the counterparty</source>
      <translation>&amp;Memo für die Gegenseite</translation>
    </message>
    <message>
      <source>&amp;Sentences: whole, where a word differs</source>
      <translation>&amp;Sätze: ganz, wo ein Wort abweicht</translation>
    </message>
    <message>
      <source>&amp;Tick what is taken out before the file leaves</source>
      <translation>Angehaktes wird vor der &amp;Weitergabe entfernt</translation>
    </message>
    <message>
      <source>1 finding is not decided</source>
      <translation>1 Befund ist nicht entschieden</translation>
    </message>
    <message>
      <source>A&amp;ll documents of the matter</source>
      <translation>A&amp;lle Dokumente des Vorgangs</translation>
    </message>
    <message>
      <source>Ask for what is &amp;proposed</source>
      <translation>&amp;Vorgeschlagenes verlangen</translation>
    </message>
    <message>
      <source>Choose the folder</source>
      <translation>Ordner wählen</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>Wählen…</translation>
    </message>
    <message>
      <source>Claus&amp;es: whole paragraphs, where a word differs</source>
      <translation>&amp;Klauseln: ganze Absätze, wo ein Wort abweicht</translation>
    </message>
    <message>
      <source>Copy with &amp;our changes only, earlier ones accepted</source>
      <translation>Kopie nur mit &amp;unseren Änderungen, frühere angenommen</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>Exportieren</translation>
    </message>
    <message>
      <source>Files</source>
      <translation>Dateien</translation>
    </message>
    <message>
      <source>Folder for the export</source>
      <translation>Ordner für den Export</translation>
    </message>
    <message>
      <source>Last exported {0} to {1}</source>
      <translation>Zuletzt exportiert {0} nach {1}</translation>
    </message>
    <message>
      <source>Name shown on the tracked changes</source>
      <translation>Name an den nachverfolgten Änderungen</translation>
    </message>
    <message>
      <source>What is marked as changed</source>
      <translation>Was als geändert markiert wird</translation>
    </message>
    <message>
      <source>Wo&amp;rds: only those that differ</source>
      <translation>W&amp;örter: nur die abweichenden</translation>
    </message>
    <message>
      <source>{0} findings are not decided</source>
      <translation>{0} Befunde sind nicht entschieden</translation>
    </message>
    <message>
      <source>{0}.redlined{1} – for the counterparty
{0}.memo.docx – internal: fallbacks and walk-away positions
{0}.review.json – internal, for other programs</source>
      <translation>{0}.redlined{1} – für die Gegenseite
{0}.memo.docx – intern: Rückfallpositionen und No-Gos
{0}.review.json – intern, für andere Programme</translation>
    </message>
  </context>
  <context>
    <name>Exporter</name>
    <message>
      <source>Exporting {0} to {1}</source>
      <translation>Export von {0} nach {1}</translation>
    </message>
    <message>
      <source>Looking at what leaves</source>
      <translation>Ausgehendes wird geprüft</translation>
    </message>
    <message>
      <source>Replace</source>
      <translation>Ersetzen</translation>
    </message>
    <message>
      <source>Replace files that were worked on?</source>
      <translation>Bearbeitete Dateien ersetzen?</translation>
    </message>
    <message>
      <source>They are there and are not as they were exported: {0}. Choose another folder to keep them.</source>
      <translation>Sie sind vorhanden und nicht mehr so, wie sie exportiert wurden: {0}. Wählen Sie einen anderen Ordner, um sie zu behalten.</translation>
    </message>
  </context>
  <context>
    <name>FaceBar</name>
    <message>
      <source>Fit the pages to the width (Ctrl+0)</source>
      <translation>Seiten an die Breite anpassen (Strg+0)</translation>
    </message>
    <message>
      <source>Fit width</source>
      <translation>Breite anpassen</translation>
    </message>
    <message>
      <source>Larger pages (Ctrl++)</source>
      <translation>Seiten vergrößern (Strg++)</translation>
    </message>
    <message>
      <source>Pages</source>
      <translation>Seiten</translation>
    </message>
    <message>
      <source>Show the document as text</source>
      <translation>Das Dokument als Text zeigen</translation>
    </message>
    <message>
      <source>Show the pages as they are printed</source>
      <translation>Die Seiten wie gedruckt zeigen</translation>
    </message>
    <message>
      <source>Smaller pages (Ctrl+-)</source>
      <translation>Seiten verkleinern (Strg+-)</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>Text</translation>
    </message>
  </context>
  <context>
    <name>FileBox</name>
    <message>
      <source>exported from the matter</source>
      <translation>aus dem Vorgang exportiert</translation>
    </message>
    <message>
      <source>kept in the matter</source>
      <translation>im Vorgang aufbewahrt</translation>
    </message>
  </context>
  <context>
    <name>FilesDialog</name>
    <message>
      <source>&amp;Add a round</source>
      <translation>&amp;Runde hinzufügen</translation>
    </message>
    <message>
      <source>&amp;Our name on the tracked changes</source>
      <translation>&amp;Unser Name an den nachverfolgten Änderungen</translation>
    </message>
    <message>
      <source>As in the file that was sent</source>
      <translation>Wie in der versandten Datei</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>Vergleichen</translation>
    </message>
    <message>
      <source>Name the Word file that you sent, with your tracked changes in it, and what came back of it.</source>
      <translation>Nennen Sie die Word-Datei, die Sie mit Ihren nachverfolgten Änderungen versandt haben, und was davon zurückkam.</translation>
    </message>
    <message>
      <source>Returned file</source>
      <translation>Zurückgekommene Datei</translation>
    </message>
    <message>
      <source>Take the &amp;last round away</source>
      <translation>&amp;Letzte Runde entfernen</translation>
    </message>
  </context>
  <context>
    <name>FilterBar</name>
    <message>
      <source>Filter by title, fact or words</source>
      <translation>Nach Titel, Fakten oder Wörtern filtern</translation>
    </message>
    <message>
      <source>Filter clause types</source>
      <translation>Klauseltypen filtern</translation>
    </message>
    <message>
      <source>Hide what does not apply</source>
      <translation>Nicht Anwendbares ausblenden</translation>
    </message>
    <message>
      <source>No clause type fits. Take out a word or a filter.</source>
      <translation>Kein Klauseltyp passt. Nehmen Sie ein Wort oder einen Filter heraus.</translation>
    </message>
    <message>
      <source>Only where they differ</source>
      <translation>Nur wo sie sich unterscheiden</translation>
    </message>
    <message>
      <source>{0} clause types</source>
      <translation>{0} Klauseltypen</translation>
    </message>
    <message>
      <source>{0} of {1} clause types</source>
      <translation>{0} von {1} Klauseltypen</translation>
    </message>
  </context>
  <context>
    <name>FindBar</name>
    <message>
      <source>Close (Esc)</source>
      <translation>Schließen (Esc)</translation>
    </message>
    <message>
      <source>Find in the document</source>
      <translation>Im Dokument suchen</translation>
    </message>
    <message>
      <source>Match case</source>
      <translation>Groß-/Kleinschreibung beachten</translation>
    </message>
    <message>
      <source>Next place (Enter)</source>
      <translation>Nächste Stelle (Eingabe)</translation>
    </message>
    <message>
      <source>Nothing found</source>
      <translation>Nichts gefunden</translation>
    </message>
    <message>
      <source>Previous place (Shift+Enter)</source>
      <translation>Vorherige Stelle (Umschalt+Eingabe)</translation>
    </message>
    <message>
      <source>{0} of {1}</source>
      <translation>{0} von {1}</translation>
    </message>
  </context>
  <context>
    <name>FindingHistory</name>
    <message>
      <source>History ({0})</source>
      <translation>Verlauf ({0})</translation>
    </message>
    <message>
      <source>{0} (undone)</source>
      <translation>{0} (rückgängig)</translation>
    </message>
  </context>
  <context>
    <name>FindingPage</name>
    <message>
      <source>Comment</source>
      <translation>Kommentar</translation>
    </message>
    <message>
      <source>Internal note – never leaves the house</source>
      <translation>Interne Notiz – verlässt nie das Haus</translation>
    </message>
    <message>
      <source>No comment is made.</source>
      <translation>Es gibt keinen Kommentar.</translation>
    </message>
    <message>
      <source>Nothing is noted.</source>
      <translation>Nichts notiert.</translation>
    </message>
    <message>
      <source>Our positions – internal, never leaves the house</source>
      <translation>Unsere Positionen – intern, verlassen nie das Haus</translation>
    </message>
    <message>
      <source>Sources and claims</source>
      <translation>Quellen und Behauptungen</translation>
    </message>
    <message>
      <source>To the counterparty</source>
      <translation>An die Gegenseite</translation>
    </message>
  </context>
  <context>
    <name>FindingsPane</name>
    <message>
      <source>By place</source>
      <translation>Nach Fundstelle</translation>
    </message>
    <message>
      <source>By title</source>
      <translation>Nach Titel</translation>
    </message>
    <message>
      <source>Filter findings</source>
      <translation>Filtern</translation>
    </message>
    <message>
      <source>Filter findings by words</source>
      <translation>Befunde nach Wörtern filtern</translation>
    </message>
    <message>
      <source>Findings</source>
      <translation>Befunde</translation>
    </message>
    <message>
      <source>No finding fits this filter.</source>
      <translation>Kein Befund passt zu diesem Filter.</translation>
    </message>
    <message>
      <source>Order of the findings</source>
      <translation>Reihenfolge der Befunde</translation>
    </message>
    <message>
      <source>Worst first</source>
      <translation>Schwerste zuerst</translation>
    </message>
    <message>
      <source>{0} to decide · {1} decided</source>
      <translation>{0} offen · {1} entschieden</translation>
    </message>
  </context>
  <context>
    <name>FlawsPane</name>
    <message>
      <source>Kinds of flaws to list</source>
      <translation>Arten von Mängeln in der Liste</translation>
    </message>
    <message>
      <source>Nothing was found to correct.</source>
      <translation>Nichts zu korrigieren gefunden.</translation>
    </message>
    <message>
      <source>Proofreading</source>
      <translation>Korrektur</translation>
    </message>
  </context>
  <context>
    <name>GroupChips</name>
    <message>
      <source>All {0}</source>
      <translation>Alle {0}</translation>
    </message>
  </context>
  <context>
    <name>GuideDialog</name>
    <message>
      <source>Decide: accept what is proposed, take a fallback, edit the words, accept the risk, or skip.</source>
      <translation>Entscheiden: Vorschlag annehmen, Rückfallposition nutzen, Wortlaut bearbeiten, Risiko annehmen oder überspringen.</translation>
    </message>
    <message>
      <source>Drop a contract or licence on the window. It is reviewed here; nothing is sent anywhere.</source>
      <translation>Einen Vertrag oder eine Lizenz auf das Fenster ziehen. Geprüft wird hier; nichts wird versandt.</translation>
    </message>
    <message>
      <source>Every decision is saved at once in the matter, one file that you can hand on. Comments go to the counterparty; positions, reasons and notes stay in the house. A drafting aid, not legal advice.</source>
      <translation>Jede Entscheidung wird sofort im Vorgang gespeichert, einer Datei, die Sie weitergeben können. Kommentare gehen an die Gegenseite; Positionen, Begründungen und Notizen bleiben im Haus. Eine Formulierungshilfe, keine Rechtsberatung.</translation>
    </message>
    <message>
      <source>Export: look at what leaves the house, then write the redlined document and the memo.</source>
      <translation>Exportieren: ansehen, was das Haus verlässt, dann Redline und Memo schreiben.</translation>
    </message>
    <message>
      <source>From a document to its export</source>
      <translation>Vom Dokument zum Export</translation>
    </message>
    <message>
      <source>Go through the findings with F7. Each shows the words, the facts read in them, the tests, the level.</source>
      <translation>Mit F7 durch die Befunde gehen. Jeder zeigt den Wortlaut, die daraus gelesenen Fakten, die Tests, die Stufe.</translation>
    </message>
    <message>
      <source>Guide and keys</source>
      <translation>Anleitung und Tasten</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Tasten</translation>
    </message>
    <message>
      <source>Letters work in the list of findings.</source>
      <translation>Die Buchstaben gelten in der Liste der Befunde.</translation>
    </message>
    <message>
      <source>Say under Profile how the product will be used: it decides what applies and how bad it is.</source>
      <translation>Unter „Profil“ angeben, wie das Produkt eingesetzt wird: davon hängt ab, was gilt und wie schwer es wiegt.</translation>
    </message>
  </context>
  <context>
    <name>House</name>
    <message>
      <source>Review again</source>
      <translation>Erneut prüfen</translation>
    </message>
    <message>
      <source>The clause library has changed. The findings shown are those of the library before.</source>
      <translation>Die Klauselbibliothek hat sich geändert. Die gezeigten Befunde sind die der vorigen Bibliothek.</translation>
    </message>
  </context>
  <context>
    <name>JobBar</name>
    <message>
      <source>Progress</source>
      <translation>Fortschritt</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Anhalten</translation>
    </message>
    <message>
      <source>Stop (Esc)</source>
      <translation>Anhalten (Esc)</translation>
    </message>
    <message>
      <source>{0} more waiting</source>
      <translation>{0} weitere warten</translation>
    </message>
    <message>
      <source>{0} {1} of {2}</source>
      <translation>{0} {1} von {2}</translation>
    </message>
    <message>
      <source>{0}: {1} %</source>
      <translation>{0}: {1} %</translation>
    </message>
  </context>
  <context>
    <name>JobRunner</name>
    <message>
      <source>Stopped.</source>
      <translation>Angehalten.</translation>
    </message>
    <message>
      <source>Stopping …</source>
      <translation>Wird angehalten …</translation>
    </message>
  </context>
  <context>
    <name>KeptText</name>
    <message>
      <source>Library's text</source>
      <translation>Text der Bibliothek</translation>
    </message>
    <message>
      <source>Put the library's text back in place of yours</source>
      <translation>Ihren Text wieder durch den der Bibliothek ersetzen</translation>
    </message>
    <message>
      <source>{0}: back to the library's text</source>
      <translation>{0}: zurück zum Text der Bibliothek</translation>
    </message>
  </context>
  <context>
    <name>KindList</name>
    <message>
      <source>All kinds ({0})</source>
      <translation>Alle Arten ({0})</translation>
    </message>
  </context>
  <context>
    <name>Ladder</name>
    <message>
      <source>Choose the position to ask for.</source>
      <translation>Wählen Sie die Position, die verlangt wird.</translation>
    </message>
  </context>
  <context>
    <name>LedgerTable</name>
    <message>
      <source>Concession ledger</source>
      <translation>Zugeständnisse</translation>
    </message>
  </context>
  <context>
    <name>LibraryPage</name>
    <message>
      <source>Change in our library…</source>
      <translation>In unserer Bibliothek ändern…</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>Bearbeiten</translation>
    </message>
    <message>
      <source>Edit (not saved)</source>
      <translation>Bearbeiten (nicht gespeichert)</translation>
    </message>
    <message>
      <source>Here you see what the entry makes of the document under review, before you save it.</source>
      <translation>Hier sehen Sie, was der Eintrag aus dem geprüften Dokument macht, bevor Sie ihn speichern.</translation>
    </message>
    <message>
      <source>Open a document in the main window to try the entry on it</source>
      <translation>Öffnen Sie im Hauptfenster ein Dokument, um den Eintrag daran auszuprobieren</translation>
    </message>
    <message>
      <source>Open a document in the main window, and you can try the entry on it here.</source>
      <translation>Öffnen Sie im Hauptfenster ein Dokument, dann können Sie den Eintrag hier daran ausprobieren.</translation>
    </message>
    <message>
      <source>Pages of the library</source>
      <translation>Seiten der Bibliothek</translation>
    </message>
    <message>
      <source>Press “Try on this document”.</source>
      <translation>Drücken Sie „Am Dokument ausprobieren“.</translation>
    </message>
    <message>
      <source>Read</source>
      <translation>Lesen</translation>
    </message>
    <message>
      <source>Show phrases and tests as they are written</source>
      <translation>Muster und Tests wie geschrieben zeigen</translation>
    </message>
    <message>
      <source>The entry</source>
      <translation>Der Eintrag</translation>
    </message>
    <message>
      <source>The entry could not be tried: see the message above, and the mistakes under Edit.</source>
      <translation>Der Eintrag konnte nicht ausprobiert werden: siehe die Meldung oben und die Fehler unter „Bearbeiten“.</translation>
    </message>
    <message>
      <source>This entry is as it is in the bundled library. Press “Change in our library…”: what you change goes into a folder of your own, field by field.</source>
      <translation>Dieser Eintrag ist wie in der mitgelieferten Bibliothek. Drücken Sie „In unserer Bibliothek ändern…“: was Sie ändern, kommt Feld für Feld in einen eigenen Ordner.</translation>
    </message>
    <message>
      <source>Try</source>
      <translation>Ausprobieren</translation>
    </message>
    <message>
      <source>Try on this document</source>
      <translation>Am Dokument ausprobieren</translation>
    </message>
    <message>
      <source>Trying the entry on the document …</source>
      <translation>Der Eintrag wird am Dokument ausprobiert …</translation>
    </message>
    <message>
      <source>What the entry makes of the document</source>
      <translation>Was der Eintrag aus dem Dokument macht</translation>
    </message>
  </context>
  <context>
    <name>LibraryWindow</name>
    <message>
      <source>Choose a folder…</source>
      <translation>Ordner wählen…</translation>
    </message>
    <message>
      <source>Clause library</source>
      <translation>Klauselbibliothek</translation>
    </message>
    <message>
      <source>Clause library – {0}</source>
      <translation>Klauselbibliothek – {0}</translation>
    </message>
    <message>
      <source>Close without it</source>
      <translation>Ohne ihn schließen</translation>
    </message>
    <message>
      <source>Close without what you typed?</source>
      <translation>Ohne Ihre Eingaben schließen?</translation>
    </message>
    <message>
      <source>Files of your library have mistakes and are left out:</source>
      <translation>Diese Dateien Ihrer Bibliothek haben Fehler und werden ausgelassen:</translation>
    </message>
    <message>
      <source>Folder of our library</source>
      <translation>Ordner unserer Bibliothek</translation>
    </message>
    <message>
      <source>It could not be kept as a draft.</source>
      <translation>Der Text konnte nicht als Entwurf aufbewahrt werden.</translation>
    </message>
    <message>
      <source>The bundled library is never changed. Choose or make a folder, on a shared drive if your colleagues are to use it too.</source>
      <translation>Die mitgelieferte Bibliothek wird nie geändert. Wählen Sie einen Ordner oder legen Sie einen an, auf einem gemeinsamen Laufwerk, wenn auch andere ihn nutzen sollen.</translation>
    </message>
    <message>
      <source>The library has no entry {0}.</source>
      <translation>Die Bibliothek hat keinen Eintrag {0}.</translation>
    </message>
    <message>
      <source>Your changes go into a folder of your own.</source>
      <translation>Ihre Änderungen kommen in einen eigenen Ordner.</translation>
    </message>
  </context>
  <context>
    <name>LinesView</name>
    <message>
      <source>The two versions, line by line</source>
      <translation>Die zwei Fassungen, Zeile für Zeile</translation>
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>All documents are judged anew.</source>
      <translation>Alle Dokumente werden neu bewertet.</translation>
    </message>
    <message>
      <source>Close without them</source>
      <translation>Ohne sie schließen</translation>
    </message>
    <message>
      <source>Close without your last changes?</source>
      <translation>Ohne Ihre letzten Änderungen schließen?</translation>
    </message>
    <message>
      <source>Opened {0}</source>
      <translation>{0} geöffnet</translation>
    </message>
    <message>
      <source>Reading {0}</source>
      <translation>{0} wird gelesen</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <source>Remove {0} from the matter?</source>
      <translation>{0} aus dem Vorgang entfernen?</translation>
    </message>
    <message>
      <source>Save again</source>
      <translation>Erneut speichern</translation>
    </message>
    <message>
      <source>They could not be saved. Turn back to free some space and save again, or to save a copy.</source>
      <translation>Sie konnten nicht gespeichert werden. Gehen Sie zurück, um Platz zu schaffen und erneut zu speichern oder eine Kopie zu sichern.</translation>
    </message>
    <message>
      <source>What was decided on it goes with it, and cannot be brought back. The file itself stays.</source>
      <translation>Was dazu entschieden wurde, geht mit verloren und lässt sich nicht zurückholen. Die Datei selbst bleibt.</translation>
    </message>
  </context>
  <context>
    <name>MarkedBrowser</name>
    <message>
      <source>{0}: no clause type explains this; read it yourself</source>
      <translation>{0}: kein Klauseltyp erklärt dies; bitte selbst lesen</translation>
    </message>
    <message>
      <source>{0}: {1}, {2}</source>
      <translation>{0}: {1}, {2}</translation>
    </message>
  </context>
  <context>
    <name>MatrixTable</name>
    <message>
      <source>Terms side by side</source>
      <translation>Bedingungen nebeneinander</translation>
    </message>
  </context>
  <context>
    <name>MessageBar</name>
    <message>
      <source>Dismiss</source>
      <translation>Ausblenden</translation>
    </message>
    <message>
      <source>Dismiss the message</source>
      <translation>Meldung ausblenden</translation>
    </message>
    <message>
      <source>Problem: {0}</source>
      <translation>Problem: {0}</translation>
    </message>
    <message>
      <source>Show all</source>
      <translation>Alle zeigen</translation>
    </message>
  </context>
  <context>
    <name>Navigator</name>
    <message>
      <source>Alt+Up and Alt+Down change the order, as does a right click</source>
      <translation>Alt+Oben und Alt+Unten ändern die Reihenfolge, ebenso ein Rechtsklick</translation>
    </message>
    <message>
      <source>Clause types</source>
      <translation>Klauseltypen</translation>
    </message>
    <message>
      <source>Documents</source>
      <translation>Dokumente</translation>
    </message>
    <message>
      <source>Documents, the one that prevails first</source>
      <translation>Dokumente, das vorrangige zuerst</translation>
    </message>
    <message>
      <source>Gives way to the one below</source>
      <translation>Geht dem darunter nach</translation>
    </message>
    <message>
      <source>Prevails over the one above</source>
      <translation>Geht dem darüber vor</translation>
    </message>
    <message>
      <source>Remove from the matter…</source>
      <translation>Aus dem Vorgang entfernen…</translation>
    </message>
  </context>
  <context>
    <name>Negotiator</name>
    <message>
      <source>Kept in the matter {0}</source>
      <translation>Im Vorgang {0} aufbewahrt</translation>
    </message>
  </context>
  <context>
    <name>NewEntryDialog</name>
    <message>
      <source>&amp;Group</source>
      <translation>&amp;Gruppe</translation>
    </message>
    <message>
      <source>&amp;Id</source>
      <translation>&amp;Kennung</translation>
    </message>
    <message>
      <source>&amp;Title</source>
      <translation>&amp;Titel</translation>
    </message>
    <message>
      <source>A small entry that works is begun, with a remark at each part.</source>
      <translation>Begonnen wird mit einem kleinen Eintrag, der funktioniert, mit einer Anmerkung zu jedem Teil.</translation>
    </message>
    <message>
      <source>Begin</source>
      <translation>Beginnen</translation>
    </message>
    <message>
      <source>New entry</source>
      <translation>Neuer Eintrag</translation>
    </message>
    <message>
      <source>Small letters, digits and hyphens; it is the name of the file</source>
      <translation>Kleinbuchstaben, Ziffern und Bindestriche; so heißt auch die Datei</translation>
    </message>
    <message>
      <source>There is an entry {0} already; choose another id.</source>
      <translation>Es gibt schon einen Eintrag {0}; wählen Sie eine andere Kennung.</translation>
    </message>
    <message>
      <source>Visits by the vendor</source>
      <translation>Besuche des Anbieters</translation>
    </message>
  </context>
  <context>
    <name>News</name>
    <message>
      <source>Exported.</source>
      <translation>Exportiert.</translation>
    </message>
    <message>
      <source>Open the folder</source>
      <translation>Ordner öffnen</translation>
    </message>
    <message>
      <source>Reviewed 1 paragraph in {1:.1f} s · library {2}</source>
      <translation>1 Absatz in {1:.1f} s geprüft · Bibliothek {2}</translation>
    </message>
    <message>
      <source>Reviewed {0} paragraphs in {1:.1f} s · library {2}</source>
      <translation>{0} Absätze in {1:.1f} s geprüft · Bibliothek {2}</translation>
    </message>
    <message>
      <source>Start anew</source>
      <translation>Neu beginnen</translation>
    </message>
    <message>
      <source>Written to {0}: {1}</source>
      <translation>Geschrieben nach {0}: {1}</translation>
    </message>
    <message>
      <source>{0} was reviewed before: here is its matter, with all that was decided.</source>
      <translation>{0} wurde schon geprüft: hier ist der Vorgang mit allem, was entschieden wurde.</translation>
    </message>
  </context>
  <context>
    <name>NumberField</name>
    <message>
      <source>A number is due, such as {0}.</source>
      <translation>Eine Zahl ist nötig, etwa {0}.</translation>
    </message>
  </context>
  <context>
    <name>Opener</name>
    <message>
      <source>Judging again</source>
      <translation>Wird neu bewertet</translation>
    </message>
    <message>
      <source>Opening {0}</source>
      <translation>{0} wird geöffnet</translation>
    </message>
    <message>
      <source>Reviewing again</source>
      <translation>Wird erneut geprüft</translation>
    </message>
    <message>
      <source>Reviewing {0}</source>
      <translation>{0} wird geprüft</translation>
    </message>
    <message>
      <source>{0}: not opened, for a window has one matter open at a time; open it by itself</source>
      <translation>{0}: nicht geöffnet, denn ein Fenster hat immer nur einen Vorgang offen; öffnen Sie die Datei für sich</translation>
    </message>
  </context>
  <context>
    <name>OutgoingList</name>
    <message>
      <source>It stays in the file. {0}</source>
      <translation>Bleibt in der Datei. {0}</translation>
    </message>
    <message>
      <source>Nothing leaves with the file but its words.</source>
      <translation>Außer dem Wortlaut geht nichts mit der Datei hinaus.</translation>
    </message>
    <message>
      <source>What leaves with the file; ticked items are taken out</source>
      <translation>Was mit der Datei hinausgeht; Angehaktes wird entfernt</translation>
    </message>
    <message>
      <source>What the item shows</source>
      <translation>Was der Eintrag zeigt</translation>
    </message>
    <message>
      <source>{0} (stays)</source>
      <translation>{0} (bleibt)</translation>
    </message>
  </context>
  <context>
    <name>OverviewStrip</name>
    <message>
      <source>Overview of the document</source>
      <translation>Überblick über das Dokument</translation>
    </message>
    <message>
      <source>and {0} more</source>
      <translation>und {0} weitere</translation>
    </message>
    <message>
      <source>{0} findings, {1} of them decided; {2} places with changes. The list of findings tells the same.</source>
      <translation>{0} Befunde, davon {1} entschieden; {2} Stellen mit Änderungen. Die Liste der Befunde sagt dasselbe.</translation>
    </message>
    <message>
      <source>{0}: {1}</source>
      <translation>{0}: {1}</translation>
    </message>
    <message>
      <source>{0}: {1} (decided)</source>
      <translation>{0}: {1} (entschieden)</translation>
    </message>
  </context>
  <context>
    <name>PageDelegate</name>
    <message>
      <source>Drawing page {0} …</source>
      <translation>Seite {0} wird gezeichnet …</translation>
    </message>
    <message>
      <source>Insert: {0}</source>
      <translation>Einfügen: {0}</translation>
    </message>
    <message>
      <source>New paragraph: {0}</source>
      <translation>Neuer Absatz: {0}</translation>
    </message>
    <message>
      <source>Page {0} is damaged and cannot be drawn. Read it as text.</source>
      <translation>Seite {0} ist beschädigt und kann nicht gezeichnet werden. Lesen Sie sie als Text.</translation>
    </message>
    <message>
      <source>Page {0} takes too long to be drawn. Read it as text.</source>
      <translation>Seite {0} braucht zu lange zum Zeichnen. Lesen Sie sie als Text.</translation>
    </message>
    <message>
      <source>The file is protected by a password. Click here or press Enter to give it.</source>
      <translation>Die Datei ist durch ein Kennwort geschützt. Klicken Sie hier oder drücken Sie die Eingabetaste, um es einzugeben.</translation>
    </message>
    <message>
      <source>The pictures on page {0} are too large to be drawn. Read it as text.</source>
      <translation>Die Bilder auf Seite {0} sind zu groß zum Zeichnen. Lesen Sie sie als Text.</translation>
    </message>
    <message>
      <source>{0}: no clause type explains this; read it yourself</source>
      <translation>{0}: kein Klauseltyp erklärt dies; bitte selbst lesen</translation>
    </message>
    <message>
      <source>{0}: {1}, {2}</source>
      <translation>{0}: {1}, {2}</translation>
    </message>
  </context>
  <context>
    <name>PageView</name>
    <message>
      <source>Pages</source>
      <translation>Seiten</translation>
    </message>
  </context>
  <context>
    <name>PagesModel</name>
    <message>
      <source>Page {0}</source>
      <translation>Seite {0}</translation>
    </message>
    <message>
      <source>Page {0} of {1}</source>
      <translation>Seite {0} von {1}</translation>
    </message>
    <message>
      <source>{0} ({1})</source>
      <translation>{0} ({1})</translation>
    </message>
    <message>
      <source>{0}, findings: {1}</source>
      <translation>{0}, Befunde: {1}</translation>
    </message>
    <message>
      <source>{0}, no findings</source>
      <translation>{0}, keine Befunde</translation>
    </message>
  </context>
  <context>
    <name>PasswordDialog</name>
    <message>
      <source>It is used to open the file and not kept.</source>
      <translation>Es dient nur zum Öffnen der Datei und wird nicht aufbewahrt.</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Öffnen</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Kennwort</translation>
    </message>
    <message>
      <source>That password does not open {0}. Try again.</source>
      <translation>Dieses Kennwort öffnet {0} nicht. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>{0} is protected by a password.</source>
      <translation>{0} ist durch ein Kennwort geschützt.</translation>
    </message>
  </context>
  <context>
    <name>PasteDialog</name>
    <message>
      <source>Pasted text</source>
      <translation>Eingefügter Text</translation>
    </message>
    <message>
      <source>Pasted text.txt</source>
      <translation>Eingefügter Text.txt</translation>
    </message>
    <message>
      <source>Plain text (*.txt)</source>
      <translation>Reiner Text (*.txt)</translation>
    </message>
    <message>
      <source>Review</source>
      <translation>Prüfen</translation>
    </message>
    <message>
      <source>Review pasted text</source>
      <translation>Eingefügten Text prüfen</translation>
    </message>
    <message>
      <source>Save as a file and review…</source>
      <translation>Als Datei speichern und prüfen…</translation>
    </message>
    <message>
      <source>Save the text</source>
      <translation>Text speichern</translation>
    </message>
    <message>
      <source>The text can be changed before it is reviewed. The matter keeps it, with or without a file.</source>
      <translation>Der Text lässt sich vor der Prüfung ändern. Der Vorgang bewahrt ihn auf, mit oder ohne Datei.</translation>
    </message>
  </context>
  <context>
    <name>PlacePane</name>
    <message>
      <source>Close the document</source>
      <translation>Dokument schließen</translation>
    </message>
    <message>
      <source>Close the document (Esc)</source>
      <translation>Dokument schließen (Esc)</translation>
    </message>
  </context>
  <context>
    <name>PointDetail</name>
    <message>
      <source>The chosen point</source>
      <translation>Der gewählte Punkt</translation>
    </message>
  </context>
  <context>
    <name>PointsPane</name>
    <message>
      <source>Filter points</source>
      <translation>Filtern</translation>
    </message>
    <message>
      <source>Filter points by words</source>
      <translation>Punkte nach Wörtern filtern</translation>
    </message>
    <message>
      <source>No point fits this filter.</source>
      <translation>Kein Punkt passt zu diesem Filter.</translation>
    </message>
    <message>
      <source>Points of the round</source>
      <translation>Punkte der Runde</translation>
    </message>
    <message>
      <source>What came back is what was sent.</source>
      <translation>Was zurückkam, ist, was versandt wurde.</translation>
    </message>
  </context>
  <context>
    <name>ProfileDialog</name>
    <message>
      <source>&amp;Judge again</source>
      <translation>&amp;Neu bewerten</translation>
    </message>
    <message>
      <source>&amp;Use this profile</source>
      <translation>Dieses Profil &amp;verwenden</translation>
    </message>
    <message>
      <source>Deployment profile</source>
      <translation>Einsatzprofil</translation>
    </message>
    <message>
      <source>Leave them</source>
      <translation>Verwerfen</translation>
    </message>
    <message>
      <source>Leave your answers?</source>
      <translation>Antworten verwerfen?</translation>
    </message>
    <message>
      <source>Search questions</source>
      <translation>Fragen suchen</translation>
    </message>
    <message>
      <source>They are not applied, and not saved under a name.</source>
      <translation>Sie sind nicht angewandt und nicht unter einem Namen gespeichert.</translation>
    </message>
    <message>
      <source>Topics</source>
      <translation>Themen</translation>
    </message>
  </context>
  <context>
    <name>ProfileForm</name>
    <message>
      <source>Count company by company…</source>
      <translation>Einzelne Unternehmen zählen…</translation>
    </message>
    <message>
      <source>No question holds these words.</source>
      <translation>Keine Frage enthält diese Wörter.</translation>
    </message>
    <message>
      <source>The sum of {0} companies…</source>
      <translation>Die Summe von {0} Unternehmen…</translation>
    </message>
  </context>
  <context>
    <name>QuestionRow</name>
    <message>
      <source>Put back</source>
      <translation>Zurücksetzen</translation>
    </message>
    <message>
      <source>Put back the saved answer to: {0}</source>
      <translation>Die gespeicherte Antwort wiederherstellen auf: {0}</translation>
    </message>
    <message>
      <source>● Changed from the saved profile, which says: {0}</source>
      <translation>● Geändert gegenüber dem gespeicherten Profil, das angibt: {0}</translation>
    </message>
  </context>
  <context>
    <name>RankingStrip</name>
    <message>
      <source>Columns by rank</source>
      <translation>Spalten nach Rang</translation>
    </message>
    <message>
      <source>Fit to {0}:</source>
      <translation>Eignung für {0}:</translation>
    </message>
  </context>
  <context>
    <name>ReadingView</name>
    <message>
      <source>Document</source>
      <translation>Dokument</translation>
    </message>
  </context>
  <context>
    <name>ReasonField</name>
    <message>
      <source>Accept risk</source>
      <translation>Risiko annehmen</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Decide nothing (Esc)</source>
      <translation>Nichts entscheiden (Esc)</translation>
    </message>
    <message>
      <source>Has to be agreed by: {0}</source>
      <translation>Zustimmung: {0}</translation>
    </message>
    <message>
      <source>Keep the reason (Enter)</source>
      <translation>Begründung festhalten (Eingabe)</translation>
    </message>
    <message>
      <source>Say why in a few words; the reason is kept with the decision.</source>
      <translation>Begründen Sie in wenigen Worten; die Begründung wird mit der Entscheidung aufbewahrt.</translation>
    </message>
    <message>
      <source>Why is the risk acceptable? (internal)</source>
      <translation>Warum hinnehmbar? (intern)</translation>
    </message>
  </context>
  <context>
    <name>Reasoning</name>
    <message>
      <source>All words, facts, tests and scores that the finding rests on (E)</source>
      <translation>Alle Wörter, Fakten, Tests und Wertungen, auf denen der Befund beruht (E)</translation>
    </message>
    <message>
      <source>Evidence</source>
      <translation>Belege</translation>
    </message>
    <message>
      <source>Facts read</source>
      <translation>Gelesene Fakten</translation>
    </message>
    <message>
      <source>Level</source>
      <translation>Stufe</translation>
    </message>
    <message>
      <source>Test</source>
      <translation>Test</translation>
    </message>
    <message>
      <source>What it says</source>
      <translation>Was dort steht</translation>
    </message>
    <message>
      <source>Words elsewhere that bear on it</source>
      <translation>Wörter an anderer Stelle, die dafür zählen</translation>
    </message>
  </context>
  <context>
    <name>RecentList</name>
    <message>
      <source>Recent matters</source>
      <translation>Zuletzt geöffnete Vorgänge</translation>
    </message>
  </context>
  <context>
    <name>RedlineEditor</name>
    <message>
      <source>Ask for these words (Ctrl+Enter)</source>
      <translation>Diesen Wortlaut verlangen (Strg+Eingabe)</translation>
    </message>
    <message>
      <source>Back to the library's words</source>
      <translation>Zurück zum Wortlaut der Bibliothek</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>Bearbeiten</translation>
    </message>
    <message>
      <source>Edit the words</source>
      <translation>Wortlaut bearbeiten</translation>
    </message>
    <message>
      <source>Edit the words that are asked for (M)</source>
      <translation>Den verlangten Wortlaut bearbeiten (M)</translation>
    </message>
    <message>
      <source>Keep words</source>
      <translation>Wortlaut übernehmen</translation>
    </message>
    <message>
      <source>Leave the words as they were (Esc)</source>
      <translation>Den Wortlaut lassen, wie er war (Esc)</translation>
    </message>
    <message>
      <source>Library's words</source>
      <translation>Aus der Bibliothek</translation>
    </message>
    <message>
      <source>Redline</source>
      <translation>Redline</translation>
    </message>
  </context>
  <context>
    <name>RoundHead</name>
    <message>
      <source>Concession ledger {0}</source>
      <translation>Zugeständnisse {0}</translation>
    </message>
    <message>
      <source>Not compared or read: {0}</source>
      <translation>Nicht verglichen oder gelesen: {0}</translation>
    </message>
    <message>
      <source>Points</source>
      <translation>Punkte</translation>
    </message>
    <message>
      <source>Round</source>
      <translation>Runde</translation>
    </message>
    <message>
      <source>Round {0}</source>
      <translation>Runde {0}</translation>
    </message>
  </context>
  <context>
    <name>RoundRow</name>
    <message>
      <source>Choose…</source>
      <translation>Wählen…</translation>
    </message>
    <message>
      <source>Choose… ({0})</source>
      <translation>Wählen… ({0})</translation>
    </message>
    <message>
      <source>Round {0}</source>
      <translation>Runde {0}</translation>
    </message>
    <message>
      <source>What came back</source>
      <translation>Was zurückkam</translation>
    </message>
    <message>
      <source>What came back, round {0}</source>
      <translation>Was zurückkam, Runde {0}</translation>
    </message>
    <message>
      <source>What you sent</source>
      <translation>Was Sie versandt haben</translation>
    </message>
    <message>
      <source>What you sent, round {0}</source>
      <translation>Was Sie versandt haben, Runde {0}</translation>
    </message>
  </context>
  <context>
    <name>RoundsPage</name>
    <message>
      <source>Compare again</source>
      <translation>Erneut vergleichen</translation>
    </message>
    <message>
      <source>Given by us without anything in return (round): {0}</source>
      <translation>Von uns ohne Gegenleistung zugestanden (Runde): {0}</translation>
    </message>
    <message>
      <source>Write answer…</source>
      <translation>Antwort schreiben…</translation>
    </message>
  </context>
  <context>
    <name>RoundsWindow</name>
    <message>
      <source>Comparing {0} with what was sent</source>
      <translation>{0} wird mit dem Versandten verglichen</translation>
    </message>
    <message>
      <source>Give them up</source>
      <translation>Verwerfen</translation>
    </message>
    <message>
      <source>Give up your answers?</source>
      <translation>Ihre Antworten verwerfen?</translation>
    </message>
    <message>
      <source>Judged for {0}</source>
      <translation>Bewertet für {0}</translation>
    </message>
    <message>
      <source>Looking at the file</source>
      <translation>Datei wird geprüft</translation>
    </message>
    <message>
      <source>Not written – {0}</source>
      <translation>Nicht geschrieben – {0}</translation>
    </message>
    <message>
      <source>Nothing is compared.</source>
      <translation>Nichts ist verglichen.</translation>
    </message>
    <message>
      <source>Replace</source>
      <translation>Ersetzen</translation>
    </message>
    <message>
      <source>Replace {0}?</source>
      <translation>{0} ersetzen?</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Bericht</translation>
    </message>
    <message>
      <source>Returned file</source>
      <translation>Zurückgekommene Datei</translation>
    </message>
    <message>
      <source>Rounds of {0}.docx</source>
      <translation>Runden von {0}.docx</translation>
    </message>
    <message>
      <source>There is a file of this name already.</source>
      <translation>Eine Datei dieses Namens gibt es schon.</translation>
    </message>
    <message>
      <source>They are not written into a file yet. Turn back to write them.</source>
      <translation>Sie sind noch in keine Datei geschrieben. Gehen Sie zurück, um sie zu schreiben.</translation>
    </message>
    <message>
      <source>Word file (*.docx)</source>
      <translation>Word-Datei (*.docx)</translation>
    </message>
    <message>
      <source>Write answer</source>
      <translation>Antwort schreiben</translation>
    </message>
    <message>
      <source>Writing {0}</source>
      <translation>{0} wird geschrieben</translation>
    </message>
    <message>
      <source>Written: {0}. Answers in it: {1}, of them in own words: {2}</source>
      <translation>Geschrieben: {0}. Antworten darin: {1}, davon in eigenem Wortlaut: {2}</translation>
    </message>
    <message>
      <source>{0} was written. It holds your positions: it is for your own house only.</source>
      <translation>{0} ist geschrieben. Die Datei enthält Ihre Positionen: sie ist nur für Ihr Haus bestimmt.</translation>
    </message>
    <message>
      <source>{0} with your answers as tracked changes and comments, on top of theirs. The file that came back is not changed. Answers to be written: {1}.</source>
      <translation>{0} mit Ihren Antworten als nachverfolgten Änderungen und Kommentaren, zusätzlich zu denen der Gegenseite. Die zurückgekommene Datei wird nicht geändert. Zu schreibende Antworten: {1}.</translation>
    </message>
    <message>
      <source>{0} – rounds</source>
      <translation>{0} – Runden</translation>
    </message>
  </context>
  <context>
    <name>SavedBar</name>
    <message>
      <source>&amp;Start from</source>
      <translation>&amp;Ausgehen von</translation>
    </message>
    <message>
      <source>Export the profile</source>
      <translation>Profil exportieren</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>Exportieren…</translation>
    </message>
    <message>
      <source>Import a profile</source>
      <translation>Profil importieren</translation>
    </message>
    <message>
      <source>Import…</source>
      <translation>Importieren…</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Profile to start from</source>
      <translation>Profil, von dem ausgegangen wird</translation>
    </message>
    <message>
      <source>Profiles (*.toml)</source>
      <translation>Profile (*.toml)</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <source>Remove the saved profile that is chosen</source>
      <translation>Das gewählte gespeicherte Profil entfernen</translation>
    </message>
    <message>
      <source>Save as…</source>
      <translation>Speichern unter…</translation>
    </message>
    <message>
      <source>Save the profile</source>
      <translation>Profil speichern</translation>
    </message>
    <message>
      <source>profile</source>
      <translation>Profil</translation>
    </message>
    <message>
      <source>the built-in one: {0}</source>
      <translation>das eingebaute: {0}</translation>
    </message>
    <message>
      <source>the profile as it is now</source>
      <translation>das Profil, wie es jetzt ist</translation>
    </message>
  </context>
  <context>
    <name>SettingsDialog</name>
    <message>
      <source>&amp;Author of tracked changes</source>
      <translation>&amp;Autor der Änderungen</translation>
    </message>
    <message>
      <source>&amp;Theme</source>
      <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
      <source>Another language shows from the next start on. What the clause library says, sentences of findings and messages of errors stay English.</source>
      <translation>Eine andere Sprache gilt ab dem nächsten Start. Texte der Klauselbibliothek, Sätze der Befunde und Fehlermeldungen bleiben englisch.</translation>
    </message>
    <message>
      <source>As the system has it</source>
      <translation>Wie im System</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>Wählen…</translation>
    </message>
    <message>
      <source>Clause &amp;library</source>
      <translation>&amp;Klauselbibliothek</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Dunkel</translation>
    </message>
    <message>
      <source>Deployment &amp;profile</source>
      <translation>Einsatz&amp;profil</translation>
    </message>
    <message>
      <source>Export &amp;undecided proposals, too</source>
      <translation>Auch &amp;unentschiedene Vorschläge exportieren</translation>
    </message>
    <message>
      <source>Folder for new matters</source>
      <translation>Ordner für neue Vorgänge</translation>
    </message>
    <message>
      <source>Folder of &amp;matters</source>
      <translation>Ordner der &amp;Vorgänge</translation>
    </message>
    <message>
      <source>Folder of your clause library</source>
      <translation>Ordner Ihrer Klauselbibliothek</translation>
    </message>
    <message>
      <source>High contrast</source>
      <translation>Hoher Kontrast</translation>
    </message>
    <message>
      <source>Lan&amp;guage</source>
      <translation>&amp;Sprache</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Hell</translation>
    </message>
    <message>
      <source>Look</source>
      <translation>Aussehen</translation>
    </message>
    <message>
      <source>Reviews and exports</source>
      <translation>Prüfungen und Exporte</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Speichern</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Einstellungen</translation>
    </message>
    <message>
      <source>Size of &amp;text</source>
      <translation>Text&amp;größe</translation>
    </message>
    <message>
      <source>The built-in one: {0}</source>
      <translation>Das eingebaute: {0}</translation>
    </message>
    <message>
      <source>The bundled library</source>
      <translation>Die mitgelieferte Bibliothek</translation>
    </message>
    <message>
      <source>The command line takes these, too. They are kept in {0}</source>
      <translation>Auch die Kommandozeile nutzt sie. Sie liegen in {0}</translation>
    </message>
    <message>
      <source>Your name on this machine</source>
      <translation>Ihr Name auf diesem Rechner</translation>
    </message>
  </context>
  <context>
    <name>SidePane</name>
    <message>
      <source>Comments</source>
      <translation>Kommentare</translation>
    </message>
    <message>
      <source>Document</source>
      <translation>Dokument</translation>
    </message>
    <message>
      <source>Not covered</source>
      <translation>Nicht erfasst</translation>
    </message>
    <message>
      <source>Outline</source>
      <translation>Gliederung</translation>
    </message>
    <message>
      <source>Proofreading</source>
      <translation>Korrektur</translation>
    </message>
  </context>
  <context>
    <name>SourceBar</name>
    <message>
      <source>Findings and redlines belong to the accepted text; they are not marked here.</source>
      <translation>Befunde und Redlines gehören zum angenommenen Text; hier sind sie nicht markiert.</translation>
    </message>
    <message>
      <source>Show tracked changes: {0}</source>
      <translation>Nachverfolgte Änderungen zeigen: {0}</translation>
    </message>
    <message>
      <source>Showing:</source>
      <translation>Angezeigt:</translation>
    </message>
    <message>
      <source>The document came with tracked changes: {0}.</source>
      <translation>Das Dokument kam mit nachverfolgten Änderungen: {0}.</translation>
    </message>
  </context>
  <context>
    <name>StartPage</name>
    <message>
      <source>Drop documents here</source>
      <translation>Dokumente hier ablegen</translation>
    </message>
    <message>
      <source>Opening {0} …</source>
      <translation>{0} wird geöffnet …</translation>
    </message>
    <message>
      <source>Open…</source>
      <translation>Öffnen…</translation>
    </message>
    <message>
      <source>Recent matters</source>
      <translation>Zuletzt geöffnete Vorgänge</translation>
    </message>
    <message>
      <source>Reviews a licence or contract against your positions and hands back a redline and a memo.</source>
      <translation>Prüft eine Lizenz oder einen Vertrag anhand Ihrer Positionen und liefert Redline und Memo.</translation>
    </message>
    <message>
      <source>Try the sample</source>
      <translation>Beispiel ausprobieren</translation>
    </message>
    <message>
      <source>Word, PDF, OpenDocument, RTF, web page, message with attachments, text, Markdown</source>
      <translation>Word, PDF, OpenDocument, RTF, Webseite, Nachricht mit Anlagen, Text, Markdown</translation>
    </message>
    <message>
      <source>Works offline; nothing leaves this computer. A drafting aid, not legal advice.</source>
      <translation>Arbeitet offline; nichts verlässt diesen Rechner. Eine Formulierungshilfe, keine Rechtsberatung.</translation>
    </message>
  </context>
  <context>
    <name>TrackedDialog</name>
    <message>
      <source>&amp;Author</source>
      <translation>&amp;Autor</translation>
    </message>
    <message>
      <source>&amp;Date</source>
      <translation>&amp;Datum</translation>
    </message>
    <message>
      <source>&amp;File</source>
      <translation>Dat&amp;ei</translation>
    </message>
    <message>
      <source>&amp;Tick what is taken out before the file leaves</source>
      <translation>Angehaktes wird vor der &amp;Weitergabe entfernt</translation>
    </message>
    <message>
      <source>Choose the file</source>
      <translation>Datei wählen</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>Wählen…</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>Exportieren</translation>
    </message>
    <message>
      <source>Export tracked changes</source>
      <translation>Nachverfolgte Änderungen exportieren</translation>
    </message>
    <message>
      <source>File for the tracked changes</source>
      <translation>Datei für die nachverfolgten Änderungen</translation>
    </message>
    <message>
      <source>Name shown on the tracked changes</source>
      <translation>Name an den nachverfolgten Änderungen</translation>
    </message>
    <message>
      <source>Word documents (*.docx *.docm *.dotx *.dotm)</source>
      <translation>Word-Dokumente (*.docx *.docm *.dotx *.dotm)</translation>
    </message>
  </context>
  <context>
    <name>TypedField</name>
    <message>
      <source>Words on one line are due.</source>
      <translation>Wörter in einer Zeile sind nötig.</translation>
    </message>
  </context>
  <context>
    <name>UncoveredPane</name>
    <message>
      <source>Every operative paragraph is explained by a clause type.</source>
      <translation>Jeder regelnde Absatz wird durch einen Klauseltyp erklärt.</translation>
    </message>
    <message>
      <source>Paragraphs not covered by any clause type</source>
      <translation>Absätze, die kein Klauseltyp erfasst</translation>
    </message>
    <message>
      <source>Rules that no clause type of the library explains: read them yourself.</source>
      <translation>Regelungen, die kein Klauseltyp der Bibliothek erklärt: bitte selbst lesen.</translation>
    </message>
    <message>
      <source>What the paragraphs to list are about</source>
      <translation>Wovon die Absätze in der Liste handeln</translation>
    </message>
  </context>
  <context>
    <name>VendorDetail</name>
    <message>
      <source>The chosen cell</source>
      <translation>Die gewählte Zelle</translation>
    </message>
  </context>
  <context>
    <name>VendorsPage</name>
    <message>
      <source>Choose documents…</source>
      <translation>Dokumente wählen…</translation>
    </message>
    <message>
      <source>Drop the terms and licences of several vendors here</source>
      <translation>Ziehen Sie die Bedingungen und Lizenzen mehrerer Anbieter hierher</translation>
    </message>
    <message>
      <source>Each becomes a column, each clause type a row. Documents of one vendor that belong together, such as a model licence and the cloud terms under which it is offered, can be put into one column as layers.</source>
      <translation>Jedes Dokument wird eine Spalte, jeder Klauseltyp eine Zeile. Zusammengehörige Dokumente eines Anbieters, etwa eine Modelllizenz und die Cloud-Bedingungen, unter denen das Modell angeboten wird, können als Ebenen in einer Spalte stehen.</translation>
    </message>
    <message>
      <source>Take the documents of the matter</source>
      <translation>Dokumente des Vorgangs übernehmen</translation>
    </message>
  </context>
  <context>
    <name>VendorsWindow</name>
    <message>
      <source>Add documents, each as a column</source>
      <translation>Dokumente hinzufügen, jedes als Spalte</translation>
    </message>
    <message>
      <source>Add layers to {0}</source>
      <translation>{0} um Ebenen ergänzen</translation>
    </message>
    <message>
      <source>Export the table</source>
      <translation>Tabelle exportieren</translation>
    </message>
    <message>
      <source>Judge again</source>
      <translation>Neu bewerten</translation>
    </message>
    <message>
      <source>Judged for {0}</source>
      <translation>Bewertet für {0}</translation>
    </message>
    <message>
      <source>Profile or clause library in use are others than those of this table.</source>
      <translation>Einsatzprofil oder Klauselbibliothek sind inzwischen andere als die dieser Tabelle.</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>Umbenennen</translation>
    </message>
    <message>
      <source>Title of the column; nothing for the name of its file</source>
      <translation>Titel der Spalte; leer für den Namen der Datei</translation>
    </message>
    <message>
      <source>Vendors side by side</source>
      <translation>Anbieter nebeneinander</translation>
    </message>
    <message>
      <source>Word file (*.docx)</source>
      <translation>Word-Datei (*.docx)</translation>
    </message>
    <message>
      <source>Workbook (*.xlsx)</source>
      <translation>Arbeitsmappe (*.xlsx)</translation>
    </message>
    <message>
      <source>Written: {0}</source>
      <translation>Geschrieben: {0}</translation>
    </message>
    <message>
      <source>{0} was written. It holds your positions: it is for your own house only.</source>
      <translation>{0} ist geschrieben. Die Datei enthält Ihre Positionen: sie ist nur für Ihr Haus bestimmt.</translation>
    </message>
  </context>
  <context>
    <name>VersionBox</name>
    <message>
      <source>Choose a document</source>
      <translation>Dokument wählen</translation>
    </message>
    <message>
      <source>open now</source>
      <translation>jetzt geöffnet</translation>
    </message>
  </context>
  <context>
    <name>VersionsModel</name>
    <message>
      <source>Day</source>
      <translation>Tag</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Stand</translation>
    </message>
    <message>
      <source>The day of this version; press F2 to correct it</source>
      <translation>Der Tag dieser Fassung; mit F2 berichtigen</translation>
    </message>
    <message>
      <source>Version</source>
      <translation>Fassung</translation>
    </message>
    <message>
      <source>day not known</source>
      <translation>Tag nicht bekannt</translation>
    </message>
  </context>
  <context>
    <name>VersionsTable</name>
    <message>
      <source>Versions, the oldest first</source>
      <translation>Fassungen, die älteste zuerst</translation>
    </message>
  </context>
  <context>
    <name>WatchDesk</name>
    <message>
      <source>Comparing the versions</source>
      <translation>Fassungen werden verglichen</translation>
    </message>
    <message>
      <source>Looking for versions</source>
      <translation>Fassungen werden gesucht</translation>
    </message>
    <message>
      <source>Writing {0}</source>
      <translation>{0} wird geschrieben</translation>
    </message>
  </context>
  <context>
    <name>WatchDetail</name>
    <message>
      <source>The chosen change</source>
      <translation>Die gewählte Änderung</translation>
    </message>
  </context>
  <context>
    <name>WatchKeeper</name>
    <message>
      <source>Policy watch…</source>
      <translation>Richtlinien beobachten…</translation>
    </message>
  </context>
  <context>
    <name>WatchPage</name>
    <message>
      <source>New: {0}</source>
      <translation>Neu: {0}</translation>
    </message>
    <message>
      <source>Old: {0}</source>
      <translation>Alt: {0}</translation>
    </message>
    <message>
      <source>What changed</source>
      <translation>Was sich geändert hat</translation>
    </message>
  </context>
  <context>
    <name>WatchWindow</name>
    <message>
      <source>A folder of dated versions</source>
      <translation>Ordner mit datierten Fassungen</translation>
    </message>
    <message>
      <source>A version newer than {0}</source>
      <translation>Eine neuere Fassung als {0}</translation>
    </message>
    <message>
      <source>Drop or add a newer version to hold it against this one.</source>
      <translation>Ziehen Sie eine neuere Fassung hierher oder fügen Sie eine hinzu, um sie mit dieser zu vergleichen.</translation>
    </message>
    <message>
      <source>Judged for {0}</source>
      <translation>Bewertet für {0}</translation>
    </message>
    <message>
      <source>Look again</source>
      <translation>Erneut ansehen</translation>
    </message>
    <message>
      <source>Nothing is compared. Look again, or add other versions.</source>
      <translation>Nichts ist verglichen. Sehen Sie erneut nach, oder fügen Sie andere Fassungen hinzu.</translation>
    </message>
    <message>
      <source>Open a matter first: the baseline is kept in it.</source>
      <translation>Öffnen Sie zuerst einen Vorgang: darin wird die Ausgangsfassung aufbewahrt.</translation>
    </message>
    <message>
      <source>Policy watch</source>
      <translation>Richtlinien beobachten</translation>
    </message>
    <message>
      <source>Profile or clause library in use are others than those by which this was judged.</source>
      <translation>Einsatzprofil oder Klauselbibliothek sind inzwischen andere als die, nach denen dies bewertet wurde.</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Bericht</translation>
    </message>
    <message>
      <source>The versions are being compared …</source>
      <translation>Die Fassungen werden verglichen …</translation>
    </message>
    <message>
      <source>Versions of a policy</source>
      <translation>Fassungen einer Richtlinie</translation>
    </message>
    <message>
      <source>Word file (*.docx)</source>
      <translation>Word-Datei (*.docx)</translation>
    </message>
    <message>
      <source>Written: {0}</source>
      <translation>Geschrieben: {0}</translation>
    </message>
    <message>
      <source>baseline</source>
      <translation>Ausgangsfassung</translation>
    </message>
    <message>
      <source>not read</source>
      <translation>nicht gelesen</translation>
    </message>
    <message>
      <source>read</source>
      <translation>gelesen</translation>
    </message>
    <message>
      <source>to be read</source>
      <translation>noch zu lesen</translation>
    </message>
    <message>
      <source>{0} paragraphs were read</source>
      <translation>{0} Absätze wurden gelesen</translation>
    </message>
    <message>
      <source>{0} was written. It holds your positions: it is for your own house only.</source>
      <translation>{0} ist geschrieben. Die Datei enthält Ihre Positionen: sie ist nur für Ihr Haus bestimmt.</translation>
    </message>
  </context>
  <context>
    <name>WindowActions</name>
    <message>
      <source>Add documents to the matter</source>
      <translation>Dokumente zum Vorgang hinzufügen</translation>
    </message>
    <message>
      <source>Matters (*{0})</source>
      <translation>Vorgänge (*{0})</translation>
    </message>
    <message>
      <source>Open documents or a matter</source>
      <translation>Dokumente oder einen Vorgang öffnen</translation>
    </message>
    <message>
      <source>Save a copy of the matter</source>
      <translation>Kopie des Vorgangs speichern</translation>
    </message>
    <message>
      <source>The whole matter was copied to {0}.</source>
      <translation>Der ganze Vorgang wurde nach {0} kopiert.</translation>
    </message>
  </context>
  <context>
    <name>WordingDialog</name>
    <message>
      <source>&amp;Entry</source>
      <translation>&amp;Eintrag</translation>
    </message>
    <message>
      <source>&amp;Position</source>
      <translation>&amp;Position</translation>
    </message>
    <message>
      <source>Insert</source>
      <translation>Einfügen</translation>
    </message>
    <message>
      <source>Insert wording</source>
      <translation>Formulierung einfügen</translation>
    </message>
    <message>
      <source>The edits and the clause of a bundled position are put in at the cursor, to be changed.</source>
      <translation>Die Änderungen und die Klausel einer mitgelieferten Position werden an der Schreibmarke eingefügt, zum Ändern.</translation>
    </message>
  </context>
  <context>
    <name>YamlEditor</name>
    <message>
      <source>Text of the entry</source>
      <translation>Text des Eintrags</translation>
    </message>
  </context>
  <context>
    <name>YesNoField</name>
    <message>
      <source>No</source>
      <translation>Nein</translation>
    </message>
    <message>
      <source>Yes</source>
      <translation>Ja</translation>
    </message>
  </context>
  <context>
    <name>about</name>
    <message>
      <source>&lt;p&gt;&lt;b&gt;Counterdraft {0}&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Reviews contracts and licences against a clause library, offline. A drafting aid for lawyers, not legal advice.&lt;/p&gt;</source>
      <translation>&lt;p&gt;&lt;b&gt;Counterdraft {0}&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Prüft Verträge und Lizenzen anhand einer Klauselbibliothek, offline. Eine Formulierungshilfe für Juristinnen und Juristen, keine Rechtsberatung.&lt;/p&gt;</translation>
    </message>
  </context>
  <context>
    <name>crash</name>
    <message>
      <source>Counterdraft</source>
      <translation>Counterdraft</translation>
    </message>
    <message>
      <source>Something went wrong in the program itself.</source>
      <translation>Im Programm selbst ist etwas schiefgegangen.</translation>
    </message>
    <message>
      <source>Your document was not changed. Please report the details, after a look for confidential words.</source>
      <translation>Ihr Dokument wurde nicht geändert. Bitte melden Sie die Einzelheiten, nachdem Sie sie auf Vertrauliches durchgesehen haben.</translation>
    </message>
  </context>
  <context>
    <name>opening</name>
    <message>
      <source>All files (*)</source>
      <translation>Alle Dateien (*)</translation>
    </message>
    <message>
      <source>Documents and matters ({0})</source>
      <translation>Dokumente und Vorgänge ({0})</translation>
    </message>
    <message>
      <source>Matters ({0})</source>
      <translation>Vorgänge ({0})</translation>
    </message>
    <message>
      <source>Messages</source>
      <translation>Nachrichten</translation>
    </message>
    <message>
      <source>OpenDocument and RTF</source>
      <translation>OpenDocument und RTF</translation>
    </message>
    <message>
      <source>PDF</source>
      <translation>PDF</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>Text</translation>
    </message>
    <message>
      <source>Web pages</source>
      <translation>Webseiten</translation>
    </message>
    <message>
      <source>Word</source>
      <translation>Word</translation>
    </message>
  </context>
  <context>
    <name>outgoing</name>
    <message>
      <source>A digital signature covers the file as it is: any change, a tracked one too, makes it invalid.</source>
      <translation>Eine digitale Signatur deckt die Datei, wie sie ist: jede Änderung, auch eine nachverfolgte, macht sie ungültig.</translation>
    </message>
    <message>
      <source>A picture that was inserted keeps the path it had, with the names of users, clients and matters.</source>
      <translation>Ein eingefügtes Bild behält seinen Pfad, mit den Namen von Benutzern, Mandanten und Vorgängen.</translation>
    </message>
    <message>
      <source>Accounts of people</source>
      <translation>Konten von Personen</translation>
    </message>
    <message>
      <source>Added properties shown in the text</source>
      <translation>Im Text gezeigte ergänzte Eigenschaften</translation>
    </message>
    <message>
      <source>An embedded file leaves whole: all sheets of a workbook, not the part that is shown. Taking it out would take a part of the document; put a picture in its place in Word.</source>
      <translation>Eine eingebettete Datei geht ganz hinaus: alle Blätter einer Arbeitsmappe, nicht nur der gezeigte Teil. Sie zu entfernen nähme dem Dokument einen Teil; setzen Sie in Word ein Bild an ihre Stelle.</translation>
    </message>
    <message>
      <source>Attached template</source>
      <translation>Verbundene Vorlage</translation>
    </message>
    <message>
      <source>Comments in the margin</source>
      <translation>Kommentare am Rand</translation>
    </message>
    <message>
      <source>Comments of your own side may say what you would settle for, resolved ones too.</source>
      <translation>Kommentare der eigenen Seite können verraten, womit Sie sich zufriedengäben, auch erledigte.</translation>
    </message>
    <message>
      <source>Data beside the text</source>
      <translation>Daten neben dem Text</translation>
    </message>
    <message>
      <source>Data that programs keep in the file; it may hold what the text does not show.</source>
      <translation>Daten, die Programme in der Datei halten; sie können enthalten, was der Text nicht zeigt.</translation>
    </message>
    <message>
      <source>Data that the text shows</source>
      <translation>Daten, die der Text zeigt</translation>
    </message>
    <message>
      <source>Digital signature</source>
      <translation>Digitale Signatur</translation>
    </message>
    <message>
      <source>Document properties</source>
      <translation>Dokumenteigenschaften</translation>
    </message>
    <message>
      <source>Document properties shown in the text</source>
      <translation>Im Text gezeigte Dokumenteigenschaften</translation>
    </message>
    <message>
      <source>Document variables</source>
      <translation>Dokumentvariablen</translation>
    </message>
    <message>
      <source>Document variables shown in the text</source>
      <translation>Im Text gezeigte Dokumentvariablen</translation>
    </message>
    <message>
      <source>Embedded files</source>
      <translation>Eingebettete Dateien</translation>
    </message>
    <message>
      <source>Hidden text</source>
      <translation>Verborgener Text</translation>
    </message>
    <message>
      <source>It shows the first page as it was when the picture was made, which may be an earlier version.</source>
      <translation>Es zeigt die erste Seite, wie sie bei der Aufnahme war, vielleicht in einer früheren Fassung.</translation>
    </message>
    <message>
      <source>Keys and toolbars for macros</source>
      <translation>Tasten und Leisten für Makros</translation>
    </message>
    <message>
      <source>Left over in the file</source>
      <translation>Überbleibsel in der Datei</translation>
    </message>
    <message>
      <source>Links to other files</source>
      <translation>Verknüpfungen zu anderen Dateien</translation>
    </message>
    <message>
      <source>Macros</source>
      <translation>Makros</translation>
    </message>
    <message>
      <source>Macros are programs; the recipient may refuse the file. Save it as .docx in Word to be rid of them.</source>
      <translation>Makros sind Programme; der Empfänger nimmt die Datei vielleicht nicht an. In Word als .docx gespeichert, sind sie weg.</translation>
    </message>
    <message>
      <source>Marks of editing sessions</source>
      <translation>Kennungen von Bearbeitungssitzungen</translation>
    </message>
    <message>
      <source>Names and accounts of people who worked on the file stay in it after their last change is gone.</source>
      <translation>Namen und Konten derer, die an der Datei gearbeitet haben, bleiben darin, auch wenn ihre letzte Änderung weg ist.</translation>
    </message>
    <message>
      <source>Nothing in the document uses these; Word drops them when it saves the file.</source>
      <translation>Nichts im Dokument nutzt sie; Word lässt sie beim Speichern weg.</translation>
    </message>
    <message>
      <source>Office add-ins</source>
      <translation>Office-Add-Ins</translation>
    </message>
    <message>
      <source>Parts of other programs</source>
      <translation>Teile anderer Programme</translation>
    </message>
    <message>
      <source>Parts that a program added; what they hold is not known here, so they are left.</source>
      <translation>Teile, die ein Programm ergänzt hat; was sie enthalten, ist hier nicht bekannt, darum bleiben sie.</translation>
    </message>
    <message>
      <source>Paths of pictures</source>
      <translation>Pfade von Bildern</translation>
    </message>
    <message>
      <source>Picture of the first page</source>
      <translation>Bild der ersten Seite</translation>
    </message>
    <message>
      <source>Properties and labels added by programs</source>
      <translation>Von Programmen ergänzte Eigenschaften und Kennzeichen</translation>
    </message>
    <message>
      <source>Settings of a printer</source>
      <translation>Einstellungen eines Druckers</translation>
    </message>
    <message>
      <source>Source of a mail merge</source>
      <translation>Quelle eines Serienbriefs</translation>
    </message>
    <message>
      <source>Texts kept in the file to be inserted, such as prompts of content controls, which point to them.</source>
      <translation>Texte, die zum Einfügen in der Datei liegen, etwa Hinweise von Inhaltssteuerelementen, die darauf verweisen.</translation>
    </message>
    <message>
      <source>The address of a template names a user, a server or a product of your firm. The styles stay as they are.</source>
      <translation>Die Adresse einer Vorlage nennt einen Benutzer, einen Server oder ein Produkt Ihres Hauses. Die Formatvorlagen bleiben, wie sie sind.</translation>
    </message>
    <message>
      <source>The recipient can make these words visible. They are part of the contract's text, so taking them out is a change to be tracked: delete them in the document.</source>
      <translation>Der Empfänger kann diese Wörter sichtbar machen. Sie gehören zum Vertragstext; sie zu entfernen ist also eine nachzuverfolgende Änderung: löschen Sie sie im Dokument.</translation>
    </message>
    <message>
      <source>The source of a mail merge names a file or database with other people's data. The merged words stay.</source>
      <translation>Die Quelle eines Serienbriefs nennt eine Datei oder Datenbank mit Daten anderer. Die eingesetzten Wörter bleiben.</translation>
    </message>
    <message>
      <source>The text shows these by a field or content control; without them its words would change.</source>
      <translation>Der Text zeigt sie über ein Feld oder Inhaltssteuerelement; ohne sie änderte sich sein Wortlaut.</translation>
    </message>
    <message>
      <source>The text shows these by a field; without them its words would change.</source>
      <translation>Der Text zeigt sie über ein Feld; ohne sie änderte sich sein Wortlaut.</translation>
    </message>
    <message>
      <source>The text shows this data; without it the words would be empty when the file is opened.</source>
      <translation>Der Text zeigt diese Daten; ohne sie wären die Stellen beim Öffnen leer.</translation>
    </message>
    <message>
      <source>They name a printer, and with it often a server or an office.</source>
      <translation>Sie nennen einen Drucker und damit oft einen Server oder ein Büro.</translation>
    </message>
    <message>
      <source>They name macros of a template or an add-in of your firm. Word keeps them with the document.</source>
      <translation>Sie nennen Makros einer Vorlage oder eines Add-Ins Ihres Hauses. Word hält sie beim Dokument.</translation>
    </message>
    <message>
      <source>They name people, firms and times that the text does not.</source>
      <translation>Sie nennen Personen, Firmen und Zeiten, die der Text nicht nennt.</translation>
    </message>
    <message>
      <source>They name servers, disks and users, and tell the owner of an address who opens the file. Change them in Word.</source>
      <translation>Sie nennen Server, Laufwerke und Benutzer und verraten dem Inhaber einer Adresse, wer die Datei öffnet. Ändern Sie sie in Word.</translation>
    </message>
    <message>
      <source>They show which words were typed in one sitting, and that two documents were made from one another.</source>
      <translation>Sie zeigen, welche Wörter in einem Zug getippt wurden und dass zwei Dokumente auseinander entstanden sind.</translation>
    </message>
    <message>
      <source>They tell how your firm files and labels the document. A label that your firm requires must stay.</source>
      <translation>Sie verraten, wie Ihr Haus das Dokument ablegt und kennzeichnet. Ein vorgeschriebenes Kennzeichen muss bleiben.</translation>
    </message>
    <message>
      <source>Tracked changes</source>
      <translation>Nachverfolgte Änderungen</translation>
    </message>
    <message>
      <source>Values that programs keep out of sight, such as names of clients, matters and files.</source>
      <translation>Werte, die Programme außer Sicht halten, etwa Namen von Mandanten, Vorgängen und Dateien.</translation>
    </message>
    <message>
      <source>Whoever opens the file reads the earlier words. Accept or reject them in Word, or with `counterdraft resolve`.</source>
      <translation>Wer die Datei öffnet, liest den früheren Wortlaut. Nehmen Sie die Änderungen in Word oder mit `counterdraft resolve` an oder zurück.</translation>
    </message>
    <message>
      <source>Word asks the recipient to load these add-ins. Remove them in Word, under Add-ins.</source>
      <translation>Word bittet den Empfänger, diese Add-Ins zu laden. Entfernen Sie sie in Word unter „Add-Ins“.</translation>
    </message>
  </context>
  <context>
    <name>questions</name>
    <message>
      <source>A bar on a territory matters where you sell, not only where you sit.</source>
      <translation>Eine Gebietssperre zählt dort, wo Sie vertreiben, nicht nur an Ihrem Sitz.</translation>
    </message>
    <message>
      <source>A company with more than half of the votes counts, a parent included.</source>
      <translation>Ein Unternehmen mit mehr als der Hälfte der Stimmen zählt, auch eine Mutter.</translation>
    </message>
    <message>
      <source>A copy for a contractor is distribution, too.</source>
      <translation>Auch eine Kopie für einen Auftragnehmer ist eine Weitergabe.</translation>
    </message>
    <message>
      <source>A duty to display the model's name is then worse than a formality.</source>
      <translation>Dann ist eine Pflicht, den Namen des Modells zu zeigen, mehr als eine Formalie.</translation>
    </message>
    <message>
      <source>A promise given downstream that nobody gives you upstream is a gap of your own.</source>
      <translation>Was Sie Ihren Kunden zusagen, ohne dass es Ihnen jemand zusagt, ist Ihre eigene Lücke.</translation>
    </message>
    <message>
      <source>A threshold that is far away today can be crossed overnight.</source>
      <translation>Eine heute ferne Schwelle kann über Nacht überschritten sein.</translation>
    </message>
    <message>
      <source>Above a threshold the licence may not hold at all.</source>
      <translation>Oberhalb einer Schwelle gilt die Lizenz womöglich gar nicht.</translation>
    </message>
    <message>
      <source>All products and our employees, today</source>
      <translation>Alle Produkte und unsere Beschäftigten, heute</translation>
    </message>
    <message>
      <source>All products without our employees, today</source>
      <translation>Alle Produkte ohne unsere Beschäftigten, heute</translation>
    </message>
    <message>
      <source>All products, month before the release</source>
      <translation>Alle Produkte, Monat vor der Veröffentlichung</translation>
    </message>
    <message>
      <source>All products, today</source>
      <translation>Alle Produkte, heute</translation>
    </message>
    <message>
      <source>An end without notice weighs more where it stops your own service.</source>
      <translation>Ein Ende ohne Frist wiegt schwerer, wenn es Ihren eigenen Dienst anhält.</translation>
    </message>
    <message>
      <source>Are outputs used to train anything, synthetic data included?</source>
      <translation>Wird mit Ausgaben des Modells etwas trainiert, auch über synthetische Daten?</translation>
    </message>
    <message>
      <source>By how many per cent a year?</source>
      <translation>Um wie viel Prozent im Jahr?</translation>
    </message>
    <message>
      <source>Company</source>
      <translation>Unternehmen</translation>
    </message>
    <message>
      <source>Customers and partners bring duties of passing on terms and of policing use.</source>
      <translation>Kunden und Partner bringen Pflichten mit, Bedingungen weiterzugeben und die Nutzung zu überwachen.</translation>
    </message>
    <message>
      <source>Data and outputs</source>
      <translation>Daten und Ausgaben</translation>
    </message>
    <message>
      <source>Demands under 200 ms speak for machines of your own.</source>
      <translation>Vorgaben unter 200 ms sprechen für eigene Maschinen.</translation>
    </message>
    <message>
      <source>Do fine-tuned weights or copies leave your organisation?</source>
      <translation>Verlassen nachtrainierte Gewichte oder Kopien Ihre Organisation?</translation>
    </message>
    <message>
      <source>Do people outside your house write the prompts?</source>
      <translation>Schreiben Personen außerhalb Ihres Hauses die Prompts?</translation>
    </message>
    <message>
      <source>Do you build with the model, or use a product in which somebody else built it in?</source>
      <translation>Bauen Sie mit dem Modell, oder nutzen Sie ein Produkt, in das es andere eingebaut haben?</translation>
    </message>
    <message>
      <source>Do you fine-tune the model?</source>
      <translation>Trainieren Sie das Modell nach (Fine-Tuning)?</translation>
    </message>
    <message>
      <source>Do you indemnify your own customers for the product?</source>
      <translation>Stellen Sie Ihre eigenen Kunden für das Produkt frei?</translation>
    </message>
    <message>
      <source>Do you route requests between several models?</source>
      <translation>Verteilen Sie Anfragen auf mehrere Modelle?</translation>
    </message>
    <message>
      <source>Do you talk to the maker of the model already?</source>
      <translation>Sprechen Sie bereits mit dem Hersteller des Modells?</translation>
    </message>
    <message>
      <source>Does personal data go in?</source>
      <translation>Werden personenbezogene Daten eingegeben?</translation>
    </message>
    <message>
      <source>Does production depend on it?</source>
      <translation>Hängt der laufende Betrieb davon ab?</translation>
    </message>
    <message>
      <source>Does the use touch a field with rules of its own?</source>
      <translation>Berührt der Einsatz ein Gebiet mit eigenen Regeln?</translation>
    </message>
    <message>
      <source>Downloads, resale and partners mean distribution; answers over a network may not.</source>
      <translation>Downloads, Weiterverkauf und Partner bedeuten Weitergabe; Antworten über ein Netz vielleicht nicht.</translation>
    </message>
    <message>
      <source>Each new version of the model has a licence and a release date of its own: count again before an upgrade.</source>
      <translation>Jede neue Version des Modells hat eine eigene Lizenz und ein eigenes Veröffentlichungsdatum: vor einem Umstieg neu zählen.</translation>
    </message>
    <message>
      <source>Each version has a licence of its own; the licence must be that of the version.</source>
      <translation>Jede Version hat ihre eigene Lizenz; geprüft werden muss die der Version.</translation>
    </message>
    <message>
      <source>European Union</source>
      <translation>Europäische Union</translation>
    </message>
    <message>
      <source>Every export names it.</source>
      <translation>Jeder Export nennt diesen Namen.</translation>
    </message>
    <message>
      <source>Every row is named.</source>
      <translation>Jede Zeile trägt einen Namen.</translation>
    </message>
    <message>
      <source>From about 100,000 on, ask counsel or the vendor in writing whether they count.</source>
      <translation>Ab etwa 100 000 sollten Sie Anwälte oder den Anbieter schriftlich fragen, ob sie zählen.</translation>
    </message>
    <message>
      <source>Growth is expected, but the profile does not say how fast: give its per cent a year.</source>
      <translation>Wachstum wird erwartet, aber das Profil sagt nicht, wie schnell: geben Sie es in Prozent pro Jahr an.</translation>
    </message>
    <message>
      <source>How does it belong to the group?</source>
      <translation>Wie gehört es zur Gruppe?</translation>
    </message>
    <message>
      <source>How long may an answer take, in milliseconds?</source>
      <translation>Wie lange darf eine Antwort dauern, in Millisekunden?</translation>
    </message>
    <message>
      <source>How many employees have access, counting those who use it a few times a year?</source>
      <translation>Wie viele Beschäftigte haben Zugang, auch wenn sie ihn nur ein paarmal im Jahr nutzen?</translation>
    </message>
    <message>
      <source>How many full-time engineers can run models?</source>
      <translation>Wie viele Entwickler in Vollzeit können Modelle betreiben?</translation>
    </message>
    <message>
      <source>How many in the last full month?</source>
      <translation>Wie viele im letzten vollen Monat?</translation>
    </message>
    <message>
      <source>How many monthly active users did all its products have in the calendar month before the model's release?</source>
      <translation>Wie viele monatlich aktive Nutzer hatten alle seine Produkte im Kalendermonat vor der Veröffentlichung des Modells?</translation>
    </message>
    <message>
      <source>How many monthly active users do all your products have, affiliates and parent included?</source>
      <translation>Wie viele monatlich aktive Nutzer haben alle Ihre Produkte, verbundene Unternehmen und Mutter eingeschlossen?</translation>
    </message>
    <message>
      <source>How many of them are employees?</source>
      <translation>Wie viele davon sind Beschäftigte?</translation>
    </message>
    <message>
      <source>How many of them use the product that the model is in?</source>
      <translation>Wie viele davon nutzen das Produkt, in dem das Modell steckt?</translation>
    </message>
    <message>
      <source>How many requests a day do you plan?</source>
      <translation>Wie viele Anfragen am Tag planen Sie?</translation>
    </message>
    <message>
      <source>How many users</source>
      <translation>Wie viele Nutzer</translation>
    </message>
    <message>
      <source>In which ways does it reach its users?</source>
      <translation>Auf welchen Wegen erreicht es seine Nutzer?</translation>
    </message>
    <message>
      <source>Is it confidential which model you use?</source>
      <translation>Ist es vertraulich, welches Modell Sie nutzen?</translation>
    </message>
    <message>
      <source>Is spending with the cloud provider committed already?</source>
      <translation>Sind Ausgaben beim Cloud-Anbieter bereits fest zugesagt?</translation>
    </message>
    <message>
      <source>Is the product under review paid for?</source>
      <translation>Ist das geprüfte Produkt entgeltlich?</translation>
    </message>
    <message>
      <source>It decides whether its users count.</source>
      <translation>Davon hängt ab, ob seine Nutzer zählen.</translation>
    </message>
    <message>
      <source>It decides whether you accept the maker's licence yourself or a provider's terms on top of it.</source>
      <translation>Davon hängt ab, ob Sie die Lizenz des Herstellers selbst annehmen oder die Bedingungen eines Anbieters dazukommen.</translation>
    </message>
    <message>
      <source>It is held against the cost worksheet; indemnities and caps have a price.</source>
      <translation>Der Betrag wird mit dem Kostenblatt verglichen; Freistellungen und Haftungsgrenzen haben ihren Preis.</translation>
    </message>
    <message>
      <source>It is the number to propose in a side letter.</source>
      <translation>Diese Zahl wird man in einer Nebenabrede vorschlagen.</translation>
    </message>
    <message>
      <source>It opens side letters and clarifications in writing.</source>
      <translation>Das öffnet den Weg zu Nebenabreden und schriftlichen Klarstellungen.</translation>
    </message>
    <message>
      <source>It says in how many years a threshold would be crossed.</source>
      <translation>Daraus folgt, in wie vielen Jahren eine Schwelle überschritten wäre.</translation>
    </message>
    <message>
      <source>It speaks for a serving stack of your own.</source>
      <translation>Das spricht für eine eigene Betriebsumgebung.</translation>
    </message>
    <message>
      <source>Licences exempt end users of an integrated product from some limits.</source>
      <translation>Lizenzen nehmen Endnutzer eines integrierten Produkts von manchen Grenzen aus.</translation>
    </message>
    <message>
      <source>Licences for research or internal use do not cover a product.</source>
      <translation>Lizenzen für Forschung oder internen Gebrauch decken kein Produkt.</translation>
    </message>
    <message>
      <source>Licences that test all the time count these, and so does the next version.</source>
      <translation>Lizenzen, die laufend prüfen, zählen diese, ebenso die nächste Version.</translation>
    </message>
    <message>
      <source>Licences that test once count these.</source>
      <translation>Lizenzen, die einmal prüfen, zählen diese.</translation>
    </message>
    <message>
      <source>Must data stay on machines of your own?</source>
      <translation>Müssen Daten auf eigenen Maschinen bleiben?</translation>
    </message>
    <message>
      <source>No company gives its users in the month before the release, so that reading counts none.</source>
      <translation>Kein Unternehmen nennt seine Nutzer im Monat vor der Veröffentlichung; diese Lesart zählt also keine.</translation>
    </message>
    <message>
      <source>On rented machines that you run you are still the licensee; behind an API the provider's terms come on top.</source>
      <translation>Auf gemieteten Maschinen, die Sie betreiben, sind Sie weiter Lizenznehmer; hinter einer API kommen die Bedingungen des Anbieters dazu.</translation>
    </message>
    <message>
      <source>On which data?</source>
      <translation>Mit welchen Daten?</translation>
    </message>
    <message>
      <source>Only then do naming, notices and passing on the licence bite in full.</source>
      <translation>Erst dann greifen Namens- und Hinweispflichten und die Weitergabe der Lizenz voll.</translation>
    </message>
    <message>
      <source>Over 50 is control.</source>
      <translation>Über 50 bedeutet Beherrschung.</translation>
    </message>
    <message>
      <source>Proprietary and personal data make ownership, residency and deletion weigh more.</source>
      <translation>Eigene und personenbezogene Daten machen Eigentum, Speicherort und Löschung wichtiger.</translation>
    </message>
    <message>
      <source>Published content, code that is sold and words to customers make a missing indemnity weigh more.</source>
      <translation>Veröffentlichte Inhalte, verkaufter Code und Antworten an Kunden lassen eine fehlende Freistellung schwerer wiegen.</translation>
    </message>
    <message>
      <source>Rights for multimodal models, the contracting entity and the law may hang on it.</source>
      <translation>Rechte an multimodalen Modellen, der Vertragspartner und das Recht können davon abhängen.</translation>
    </message>
    <message>
      <source>Self-hosting needs about one for a small deployment.</source>
      <translation>Eigener Betrieb braucht schon für einen kleinen Einsatz etwa einen.</translation>
    </message>
    <message>
      <source>Self-hosting pays from a volume on that the cost worksheet works out.</source>
      <translation>Eigener Betrieb lohnt sich ab einer Menge, die das Kostenblatt berechnet.</translation>
    </message>
    <message>
      <source>Service levels, warranties and a cap are expected of what is paid for, hardly of what is free.</source>
      <translation>Service-Levels, Gewährleistung und Haftungsgrenze erwartet man bei Bezahltem, kaum bei Kostenlosem.</translation>
    </message>
    <message>
      <source>Some licences bar it, and by that a whole pipeline.</source>
      <translation>Manche Lizenzen verbieten es und damit eine ganze Verarbeitungskette.</translation>
    </message>
    <message>
      <source>Some licences withhold rights in the EU for models that take more than text, even where only text is put in.</source>
      <translation>Manche Lizenzen versagen in der EU Rechte an Modellen, die mehr als Text aufnehmen, auch wenn nur Text eingegeben wird.</translation>
    </message>
    <message>
      <source>Subsidiaries and the parent count; joint ventures and planned acquisitions are shown apart.</source>
      <translation>Töchter und Mutter zählen; Joint Ventures und geplante Erwerbe werden getrennt gezeigt.</translation>
    </message>
    <message>
      <source>The clause was found, but no number could be read from it.</source>
      <translation>Die Klausel wurde gefunden, aber keine Zahl daraus gelesen.</translation>
    </message>
    <message>
      <source>The model</source>
      <translation>Das Modell</translation>
    </message>
    <message>
      <source>The product with the model, today</source>
      <translation>Das Produkt mit dem Modell, heute</translation>
    </message>
    <message>
      <source>The profile gives one sum without the companies behind it, and not of which month it is.</source>
      <translation>Das Profil nennt nur eine Summe, weder die Unternehmen dahinter noch den Monat.</translation>
    </message>
    <message>
      <source>The provider must promise these regions, subprocessors included.</source>
      <translation>Der Anbieter muss diese Regionen zusagen, Unterauftragsverarbeiter eingeschlossen.</translation>
    </message>
    <message>
      <source>The words do not say when the number is tested: both readings are open.</source>
      <translation>Der Wortlaut sagt nicht, wann die Zahl geprüft wird: beide Lesarten sind offen.</translation>
    </message>
    <message>
      <source>The words found do not name affiliates.</source>
      <translation>Der gefundene Wortlaut nennt keine verbundenen Unternehmen.</translation>
    </message>
    <message>
      <source>The words test the number at any time: today's number decides, and growth can pass it.</source>
      <translation>Der Wortlaut prüft die Zahl jederzeit: die heutige entscheidet, und Wachstum kann die Schwelle überschreiten.</translation>
    </message>
    <message>
      <source>The words test the number once, in the month before the release of the version: the snapshot decides. A new version is tested anew: what would change the answer is reckoned from today's number.</source>
      <translation>Der Wortlaut prüft die Zahl einmal, im Monat vor der Veröffentlichung der Version: der Stichtag entscheidet. Eine neue Version wird neu geprüft: was die Antwort ändern würde, wird von der heutigen Zahl aus gerechnet.</translation>
    </message>
    <message>
      <source>Then a shared API is out, whatever it costs.</source>
      <translation>Dann scheidet eine geteilte API aus, was immer sie kostet.</translation>
    </message>
    <message>
      <source>Then an agreement on data processing that covers inference is needed.</source>
      <translation>Dann ist ein Vertrag zur Auftragsverarbeitung nötig, der auch die Inferenz erfasst.</translation>
    </message>
    <message>
      <source>Then it must be clear who owns the result, and what it must be called when it is handed on.</source>
      <translation>Dann muss klar sein, wem das Ergebnis gehört und wie es bei der Weitergabe heißen muss.</translation>
    </message>
    <message>
      <source>This plan</source>
      <translation>Dieses Vorhaben</translation>
    </message>
    <message>
      <source>To whom are weights handed?</source>
      <translation>Wem werden Gewichte übergeben?</translation>
    </message>
    <message>
      <source>United Kingdom</source>
      <translation>Vereinigtes Königreich</translation>
    </message>
    <message>
      <source>United States</source>
      <translation>Vereinigte Staaten</translation>
    </message>
    <message>
      <source>Use may count towards it.</source>
      <translation>Die Nutzung lässt sich womöglich darauf anrechnen.</translation>
    </message>
    <message>
      <source>Use policies bar or limit such uses; a qualified review and a disclaimer may be needed.</source>
      <translation>Nutzungsrichtlinien verbieten oder begrenzen solche Einsätze; fachliche Prüfung und Hinweis können nötig sein.</translation>
    </message>
    <message>
      <source>Users are added company by company: who uses several products is counted more than once.</source>
      <translation>Nutzer werden Unternehmen für Unternehmen addiert: wer mehrere Produkte nutzt, zählt mehrfach.</translation>
    </message>
    <message>
      <source>Volume and team</source>
      <translation>Umfang</translation>
    </message>
    <message>
      <source>What are outputs used for?</source>
      <translation>Wofür werden Ausgaben des Modells verwendet?</translation>
    </message>
    <message>
      <source>What can the model take, whether you use it or not?</source>
      <translation>Was kann das Modell aufnehmen, ob Sie es nutzen oder nicht?</translation>
    </message>
    <message>
      <source>What decides most</source>
      <translation>Das Wichtigste</translation>
    </message>
    <message>
      <source>What do you call this plan?</source>
      <translation>Wie nennen Sie dieses Vorhaben?</translation>
    </message>
    <message>
      <source>What is it used for?</source>
      <translation>Wofür wird es eingesetzt?</translation>
    </message>
    <message>
      <source>What may it cost a year?</source>
      <translation>Was darf es im Jahr kosten?</translation>
    </message>
    <message>
      <source>What share of the votes ties it to the group?</source>
      <translation>Welcher Stimmenanteil bindet es an die Gruppe?</translation>
    </message>
    <message>
      <source>Where</source>
      <translation>Wo</translation>
    </message>
    <message>
      <source>Where do the weights come from?</source>
      <translation>Woher kommen die Gewichte?</translation>
    </message>
    <message>
      <source>Where does it run?</source>
      <translation>Wo läuft es?</translation>
    </message>
    <message>
      <source>Where is the product offered?</source>
      <translation>Wo wird das Produkt angeboten?</translation>
    </message>
    <message>
      <source>Where is your company at home?</source>
      <translation>Wo hat Ihr Unternehmen seinen Sitz?</translation>
    </message>
    <message>
      <source>Where must data stay?</source>
      <translation>Wo müssen Daten bleiben?</translation>
    </message>
    <message>
      <source>Whether they count is often not said.</source>
      <translation>Ob sie zählen, ist oft nicht gesagt.</translation>
    </message>
    <message>
      <source>Which companies stand behind that number?</source>
      <translation>Welche Unternehmen stehen hinter dieser Zahl?</translation>
    </message>
    <message>
      <source>Which company?</source>
      <translation>Welches Unternehmen?</translation>
    </message>
    <message>
      <source>Which model, and which version?</source>
      <translation>Welches Modell und welche Version?</translation>
    </message>
    <message>
      <source>Who uses it</source>
      <translation>Wer nutzt es</translation>
    </message>
    <message>
      <source>Who uses it?</source>
      <translation>Wer nutzt es?</translation>
    </message>
    <message>
      <source>Will that number grow, or is an acquisition planned?</source>
      <translation>Wird diese Zahl wachsen, oder ist ein Erwerb geplant?</translation>
    </message>
    <message>
      <source>You answer for what they do with it, so terms, filters and a right to suspend are needed.</source>
      <translation>Sie stehen dafür ein, was damit geschieht; Bedingungen, Filter und ein Recht zur Sperre sind also nötig.</translation>
    </message>
    <message>
      <source>a download or an app that holds it</source>
      <translation>als Download oder App, die es enthält</translation>
    </message>
    <message>
      <source>a service that we host</source>
      <translation>als Dienst, den wir betreiben</translation>
    </message>
    <message>
      <source>acquisition that is planned</source>
      <translation>geplanter Erwerb</translation>
    </message>
    <message>
      <source>answers to customers</source>
      <translation>Antworten an Kunden</translation>
    </message>
    <message>
      <source>behind a provider's API</source>
      <translation>hinter der API eines Anbieters</translation>
    </message>
    <message>
      <source>built into a product of ours</source>
      <translation>eingebaut in ein Produkt von uns</translation>
    </message>
    <message>
      <source>built or run by a partner</source>
      <translation>von einem Partner gebaut oder betrieben</translation>
    </message>
    <message>
      <source>children</source>
      <translation>Kinder</translation>
    </message>
    <message>
      <source>clients</source>
      <translation>Auftraggebern</translation>
    </message>
    <message>
      <source>code in commercial products</source>
      <translation>Code in kommerziellen Produkten</translation>
    </message>
    <message>
      <source>content that is published</source>
      <translation>veröffentlichte Inhalte</translation>
    </message>
    <message>
      <source>contractors</source>
      <translation>Auftragnehmern</translation>
    </message>
    <message>
      <source>critical infrastructure</source>
      <translation>kritische Infrastruktur</translation>
    </message>
    <message>
      <source>customers</source>
      <translation>Kunden</translation>
    </message>
    <message>
      <source>decisions about people</source>
      <translation>Entscheidungen über Menschen</translation>
    </message>
    <message>
      <source>defence</source>
      <translation>Verteidigung</translation>
    </message>
    <message>
      <source>devices in the field</source>
      <translation>Geräten im Feld</translation>
    </message>
    <message>
      <source>employment</source>
      <translation>Beschäftigung</translation>
    </message>
    <message>
      <source>finance</source>
      <translation>Finanzen</translation>
    </message>
    <message>
      <source>for research</source>
      <translation>zur Forschung</translation>
    </message>
    <message>
      <source>from a cloud provider</source>
      <translation>von einem Cloud-Anbieter</translation>
    </message>
    <message>
      <source>from a public mirror</source>
      <translation>von einem öffentlichen Spiegel</translation>
    </message>
    <message>
      <source>from a vendor, inside its product</source>
      <translation>von einem Anbieter, in seinem Produkt</translation>
    </message>
    <message>
      <source>from the maker of the model</source>
      <translation>vom Hersteller des Modells</translation>
    </message>
    <message>
      <source>health</source>
      <translation>Gesundheit</translation>
    </message>
    <message>
      <source>in a product or service</source>
      <translation>in einem Produkt oder Dienst</translation>
    </message>
    <message>
      <source>inside a vendor's software</source>
      <translation>in der Software eines Anbieters</translation>
    </message>
    <message>
      <source>inside our house</source>
      <translation>im eigenen Haus</translation>
    </message>
    <message>
      <source>internal analysis</source>
      <translation>interne Auswertung</translation>
    </message>
    <message>
      <source>internal tools</source>
      <translation>als internes Werkzeug</translation>
    </message>
    <message>
      <source>it takes the licence</source>
      <translation>Lizenznehmer</translation>
    </message>
    <message>
      <source>joint venture</source>
      <translation>Joint Venture</translation>
    </message>
    <message>
      <source>legal advice</source>
      <translation>Rechtsberatung</translation>
    </message>
    <message>
      <source>not yet ours; see the tripwires</source>
      <translation>noch nicht unser; siehe Auslöser</translation>
    </message>
    <message>
      <source>on our own machines</source>
      <translation>auf eigenen Maschinen</translation>
    </message>
    <message>
      <source>on rented machines that we run</source>
      <translation>auf gemieteten Maschinen, die wir betreiben</translation>
    </message>
    <message>
      <source>our own data</source>
      <translation>eigene Daten</translation>
    </message>
    <message>
      <source>our own employees</source>
      <translation>eigene Beschäftigte</translation>
    </message>
    <message>
      <source>parent company</source>
      <translation>Mutter</translation>
    </message>
    <message>
      <source>partners</source>
      <translation>Partner</translation>
    </message>
    <message>
      <source>personal data</source>
      <translation>personenbezogene Daten</translation>
    </message>
    <message>
      <source>pictures</source>
      <translation>Bilder</translation>
    </message>
    <message>
      <source>public data</source>
      <translation>öffentliche Daten</translation>
    </message>
    <message>
      <source>resold by others</source>
      <translation>von anderen weiterverkauft</translation>
    </message>
    <message>
      <source>sister company</source>
      <translation>Schwester</translation>
    </message>
    <message>
      <source>somewhere else</source>
      <translation>anderswo</translation>
    </message>
    <message>
      <source>sound</source>
      <translation>Ton</translation>
    </message>
    <message>
      <source>subsidiary</source>
      <translation>Tochter</translation>
    </message>
    <message>
      <source>text</source>
      <translation>Text</translation>
    </message>
    <message>
      <source>the licensee itself</source>
      <translation>der Lizenznehmer selbst</translation>
    </message>
    <message>
      <source>under the name of others</source>
      <translation>unter fremdem Namen</translation>
    </message>
    <message>
      <source>video</source>
      <translation>Video</translation>
    </message>
    <message>
      <source>we build with it</source>
      <translation>wir bauen damit</translation>
    </message>
    <message>
      <source>we use a product that holds it</source>
      <translation>wir nutzen ein Produkt, das es enthält</translation>
    </message>
  </context>
  <context>
    <name>words</name>
    <message>
      <source> · of documents that name {0}</source>
      <translation> · aus Dokumenten, die {0} nennen</translation>
    </message>
    <message>
      <source>&amp;Accept</source>
      <translation>&amp;Annehmen</translation>
    </message>
    <message>
      <source>&amp;Add documents…</source>
      <translation>Dokumente &amp;hinzufügen…</translation>
    </message>
    <message>
      <source>&amp;Change in our library…</source>
      <translation>In &amp;unserer Bibliothek ändern…</translation>
    </message>
    <message>
      <source>&amp;Column</source>
      <translation>&amp;Spalte</translation>
    </message>
    <message>
      <source>&amp;Comparison</source>
      <translation>&amp;Vergleich</translation>
    </message>
    <message>
      <source>&amp;Copy</source>
      <translation>&amp;Kopieren</translation>
    </message>
    <message>
      <source>&amp;Detail</source>
      <translation>Ein&amp;zelheiten</translation>
    </message>
    <message>
      <source>&amp;Edit</source>
      <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
      <source>&amp;Entry</source>
      <translation>&amp;Eintrag</translation>
    </message>
    <message>
      <source>&amp;Export tracked changes…</source>
      <translation>Nachverfolgte Änderungen e&amp;xportieren…</translation>
    </message>
    <message>
      <source>&amp;Files of the rounds…</source>
      <translation>&amp;Dateien der Runden…</translation>
    </message>
    <message>
      <source>&amp;Filter clause types</source>
      <translation>Klauseltypen &amp;filtern</translation>
    </message>
    <message>
      <source>&amp;Filter points</source>
      <translation>Punkte &amp;filtern</translation>
    </message>
    <message>
      <source>&amp;Find…</source>
      <translation>&amp;Suchen…</translation>
    </message>
    <message>
      <source>&amp;Hide what does not apply</source>
      <translation>Nicht Anwendbares &amp;ausblenden</translation>
    </message>
    <message>
      <source>&amp;Judge again</source>
      <translation>&amp;Neu bewerten</translation>
    </message>
    <message>
      <source>&amp;Library</source>
      <translation>B&amp;ibliothek</translation>
    </message>
    <message>
      <source>&amp;List</source>
      <translation>&amp;Liste</translation>
    </message>
    <message>
      <source>&amp;List of entries</source>
      <translation>&amp;Liste der Einträge</translation>
    </message>
    <message>
      <source>&amp;Negotiation</source>
      <translation>&amp;Verhandlung</translation>
    </message>
    <message>
      <source>&amp;New entry…</source>
      <translation>&amp;Neuer Eintrag…</translation>
    </message>
    <message>
      <source>&amp;Next</source>
      <translation>&amp;Weiter</translation>
    </message>
    <message>
      <source>&amp;Next change</source>
      <translation>&amp;Nächste Änderung</translation>
    </message>
    <message>
      <source>&amp;One text</source>
      <translation>&amp;Ein Text</translation>
    </message>
    <message>
      <source>&amp;Only where they differ</source>
      <translation>&amp;Nur wo sie sich unterscheiden</translation>
    </message>
    <message>
      <source>&amp;Other place of a move</source>
      <translation>&amp;Andere Stelle der Verschiebung</translation>
    </message>
    <message>
      <source>&amp;Points</source>
      <translation>&amp;Punkte</translation>
    </message>
    <message>
      <source>&amp;Previous change</source>
      <translation>&amp;Vorherige Änderung</translation>
    </message>
    <message>
      <source>&amp;Previous mistake</source>
      <translation>&amp;Vorheriger Fehler</translation>
    </message>
    <message>
      <source>&amp;Put under</source>
      <translation>Unter&amp;ordnen</translation>
    </message>
    <message>
      <source>&amp;Read</source>
      <translation>L&amp;esen</translation>
    </message>
    <message>
      <source>&amp;Reject</source>
      <translation>Ab&amp;lehnen</translation>
    </message>
    <message>
      <source>&amp;Remove it</source>
      <translation>&amp;Entfernen</translation>
    </message>
    <message>
      <source>&amp;Report as a Word file…</source>
      <translation>&amp;Bericht als Word-Datei…</translation>
    </message>
    <message>
      <source>&amp;Save</source>
      <translation>&amp;Speichern</translation>
    </message>
    <message>
      <source>&amp;Search</source>
      <translation>&amp;Suchen</translation>
    </message>
    <message>
      <source>&amp;Select all</source>
      <translation>Alles aus&amp;wählen</translation>
    </message>
    <message>
      <source>&amp;Side by side</source>
      <translation>&amp;Nebeneinander</translation>
    </message>
    <message>
      <source>&amp;Table</source>
      <translation>&amp;Tabelle</translation>
    </message>
    <message>
      <source>&amp;Try</source>
      <translation>&amp;Ausprobieren</translation>
    </message>
    <message>
      <source>&amp;Try on this document</source>
      <translation>Am &amp;Dokument ausprobieren</translation>
    </message>
    <message>
      <source>&amp;Versions</source>
      <translation>&amp;Fassungen</translation>
    </message>
    <message>
      <source>&amp;View</source>
      <translation>&amp;Ansicht</translation>
    </message>
    <message>
      <source>&amp;Watch</source>
      <translation>&amp;Beobachtung</translation>
    </message>
    <message>
      <source>&amp;Why it ranks there</source>
      <translation>&amp;Warum dieser Rang</translation>
    </message>
    <message>
      <source>&amp;Write answer…</source>
      <translation>Antwort &amp;schreiben…</translation>
    </message>
    <message>
      <source>1 answer to be written</source>
      <translation>1 Antwort zu schreiben</translation>
    </message>
    <message>
      <source>1 ask of ours</source>
      <translation>1 Forderung von uns</translation>
    </message>
    <message>
      <source>1 ask of theirs</source>
      <translation>1 Forderung der Gegenseite</translation>
    </message>
    <message>
      <source>1 change</source>
      <translation>1 Änderung</translation>
    </message>
    <message>
      <source>1 change touches planned uses.</source>
      <translation>1 Änderung berührt geplante Nutzungen.</translation>
    </message>
    <message>
      <source>1 closed point opened again</source>
      <translation>1 erledigter Punkt wieder aufgemacht</translation>
    </message>
    <message>
      <source>1 deletion</source>
      <translation>1 Streichung</translation>
    </message>
    <message>
      <source>1 document</source>
      <translation>1 Dokument</translation>
    </message>
    <message>
      <source>1 edit without a trace</source>
      <translation>1 stille Änderung</translation>
    </message>
    <message>
      <source>1 finding changes: {1}</source>
      <translation>1 Befund ändert sich: {1}</translation>
    </message>
    <message>
      <source>1 insertion</source>
      <translation>1 Einfügung</translation>
    </message>
    <message>
      <source>1 other change</source>
      <translation>1 andere Änderung</translation>
    </message>
    <message>
      <source>1 other layer speaks</source>
      <translation>1 andere Ebene sagt etwas dazu</translation>
    </message>
    <message>
      <source>1 page</source>
      <translation>1 Seite</translation>
    </message>
    <message>
      <source>1 point against it</source>
      <translation>1 Punkt dagegen</translation>
    </message>
    <message>
      <source>1 question</source>
      <translation>1 Frage</translation>
    </message>
    <message>
      <source>1 statement</source>
      <translation>1 Aussage</translation>
    </message>
    <message>
      <source>1 word</source>
      <translation>1 Wort</translation>
    </message>
    <message>
      <source>1 word added</source>
      <translation>1 Wort ergänzt</translation>
    </message>
    <message>
      <source>1 word struck</source>
      <translation>1 Wort gestrichen</translation>
    </message>
    <message>
      <source>; {0} where the clause says nothing</source>
      <translation>; {0}, wo die Klausel nichts sagt</translation>
    </message>
    <message>
      <source>A burden: a document that does not have it is the better for it.</source>
      <translation>Eine Last: ein Dokument ohne sie ist das bessere.</translation>
    </message>
    <message>
      <source>A character that is not seen: {0}</source>
      <translation>Ein unsichtbares Zeichen: {0}</translation>
    </message>
    <message>
      <source>A new entry:</source>
      <translation>Ein neuer Eintrag:</translation>
    </message>
    <message>
      <source>A protection must be stated; there are no words to test.</source>
      <translation>Ein Schutz muss ausgesprochen sein; es gibt keinen Wortlaut zu prüfen.</translation>
    </message>
    <message>
      <source>A protection: a document that does not have it has a gap.</source>
      <translation>Ein Schutz: ein Dokument ohne ihn hat eine Lücke.</translation>
    </message>
    <message>
      <source>A walk-away position is never asked for.</source>
      <translation>Ein No-Go wird nie verlangt.</translation>
    </message>
    <message>
      <source>Accept</source>
      <translation>Annehmen</translation>
    </message>
    <message>
      <source>Accept the risk: {0}</source>
      <translation>Risiko annehmen: {0}</translation>
    </message>
    <message>
      <source>Accept: {0}</source>
      <translation>Annehmen: {0}</translation>
    </message>
    <message>
      <source>Accepted</source>
      <translation>Angenommen</translation>
    </message>
    <message>
      <source>Accepted by</source>
      <translation>Zustimmung durch</translation>
    </message>
    <message>
      <source>Add &amp;versions…</source>
      <translation>Fassungen &amp;hinzufügen…</translation>
    </message>
    <message>
      <source>Add a &amp;folder…</source>
      <translation>&amp;Ordner hinzufügen…</translation>
    </message>
    <message>
      <source>Add a &amp;round…</source>
      <translation>&amp;Runde hinzufügen…</translation>
    </message>
    <message>
      <source>Add la&amp;yers to it…</source>
      <translation>&amp;Ebenen hinzufügen…</translation>
    </message>
    <message>
      <source>Add the documents of the &amp;matter</source>
      <translation>Dokumente des &amp;Vorgangs hinzufügen</translation>
    </message>
    <message>
      <source>Added</source>
      <translation>Ergänzt</translation>
    </message>
    <message>
      <source>After the sentence with {at} add {text}</source>
      <translation>Nach dem Satz mit {at} {text} ergänzen</translation>
    </message>
    <message>
      <source>After {at} put {text}</source>
      <translation>Nach {at} {text} einsetzen</translation>
    </message>
    <message>
      <source>Agreed</source>
      <translation>Unstreitig</translation>
    </message>
    <message>
      <source>Agreed in round {0} as {1}.</source>
      <translation>In Runde {0} vereinbart als {1}.</translation>
    </message>
    <message>
      <source>Agreement on data processing</source>
      <translation>Vertrag zur Auftragsverarbeitung</translation>
    </message>
    <message>
      <source>Ahead of the next by</source>
      <translation>Vorsprung vor der nächsten</translation>
    </message>
    <message>
      <source>All</source>
      <translation>Alle</translation>
    </message>
    <message>
      <source>All was read and compared.</source>
      <translation>Alles wurde gelesen und verglichen.</translation>
    </message>
    <message>
      <source>An entry of your own library.</source>
      <translation>Ein Eintrag Ihrer eigenen Bibliothek.</translation>
    </message>
    <message>
      <source>Approved by: {0}</source>
      <translation>Freigegeben durch: {0}</translation>
    </message>
    <message>
      <source>As it came back</source>
      <translation>Wie zurückgekommen</translation>
    </message>
    <message>
      <source>As we asked</source>
      <translation>Wie von uns verlangt</translation>
    </message>
    <message>
      <source>As with the saved entry:</source>
      <translation>Wie mit dem gespeicherten Eintrag:</translation>
    </message>
    <message>
      <source>At risk: {0}.</source>
      <translation>Gefährdet: {0}.</translation>
    </message>
    <message>
      <source>At the end of the sentence with {at} add {text}</source>
      <translation>Am Ende des Satzes mit {at} {text} anfügen</translation>
    </message>
    <message>
      <source>Attached to</source>
      <translation>Anlage zu</translation>
    </message>
    <message>
      <source>Back to the library's words</source>
      <translation>Zurück zum Wortlaut der Bibliothek</translation>
    </message>
    <message>
      <source>Back to {0}</source>
      <translation>Zurück zu {0}</translation>
    </message>
    <message>
      <source>Before our asks</source>
      <translation>Vor unseren Forderungen</translation>
    </message>
    <message>
      <source>Before {at} put {text}</source>
      <translation>Vor {at} {text} einsetzen</translation>
    </message>
    <message>
      <source>Begin &amp;anew</source>
      <translation>&amp;Neu beginnen</translation>
    </message>
    <message>
      <source>Best of this row</source>
      <translation>Am besten in dieser Zeile</translation>
    </message>
    <message>
      <source>Better</source>
      <translation>Besser</translation>
    </message>
    <message>
      <source>Blanks and fields</source>
      <translation>Leerzeichen und Felder</translation>
    </message>
    <message>
      <source>Broken reference</source>
      <translation>Verweis ins Leere</translation>
    </message>
    <message>
      <source>Burden</source>
      <translation>Last</translation>
    </message>
    <message>
      <source>By</source>
      <translation>Von</translation>
    </message>
    <message>
      <source>C&amp;hanges</source>
      <translation>Ä&amp;nderungen</translation>
    </message>
    <message>
      <source>C&amp;lose</source>
      <translation>S&amp;chließen</translation>
    </message>
    <message>
      <source>C&amp;ounter</source>
      <translation>&amp;Gegenvorschlag</translation>
    </message>
    <message>
      <source>Cannot be read</source>
      <translation>Nicht lesbar</translation>
    </message>
    <message>
      <source>Capital letters of a term</source>
      <translation>Großschreibung eines Begriffs</translation>
    </message>
    <message>
      <source>Carry it</source>
      <translation>Enthalten sie</translation>
    </message>
    <message>
      <source>Change of the terms</source>
      <translation>Änderung der Bedingungen</translation>
    </message>
    <message>
      <source>Change {0} of {1}</source>
      <translation>Änderung {0} von {1}</translation>
    </message>
    <message>
      <source>Changed</source>
      <translation>Geändert</translation>
    </message>
    <message>
      <source>Changed by your library: {0}.</source>
      <translation>Von Ihrer Bibliothek geändert: {0}.</translation>
    </message>
    <message>
      <source>Changed by:</source>
      <translation>Geändert von:</translation>
    </message>
    <message>
      <source>Changes of the text</source>
      <translation>Änderungen des Textes</translation>
    </message>
    <message>
      <source>Changes to words that stand there, of each kind the first that fits:</source>
      <translation>Änderungen am vorhandenen Wortlaut, von jeder Art die erste passende:</translation>
    </message>
    <message>
      <source>Clause type</source>
      <translation>Klauseltyp</translation>
    </message>
    <message>
      <source>Clause type and level</source>
      <translation>Klauseltyp und Stufe</translation>
    </message>
    <message>
      <source>Clause types</source>
      <translation>Klauseltypen</translation>
    </message>
    <message>
      <source>Clause types as before, in other words</source>
      <translation>Klauseltypen wie zuvor, anders formuliert</translation>
    </message>
    <message>
      <source>Clause types, better or worse</source>
      <translation>Klauseltypen, besser oder schlechter</translation>
    </message>
    <message>
      <source>Closed point opened again</source>
      <translation>Erledigter Punkt wieder aufgemacht</translation>
    </message>
    <message>
      <source>Co&amp;mment</source>
      <translation>&amp;Kommentar</translation>
    </message>
    <message>
      <source>Comment</source>
      <translation>Kommentar</translation>
    </message>
    <message>
      <source>Comment changed</source>
      <translation>Kommentar geändert</translation>
    </message>
    <message>
      <source>Comment to the counterparty</source>
      <translation>Kommentar an die Gegenseite</translation>
    </message>
    <message>
      <source>Comment:</source>
      <translation>Kommentar:</translation>
    </message>
    <message>
      <source>Comment: {0}</source>
      <translation>Kommentar: {0}</translation>
    </message>
    <message>
      <source>Commented</source>
      <translation>Kommentiert</translation>
    </message>
    <message>
      <source>Comments</source>
      <translation>Kommentare</translation>
    </message>
    <message>
      <source>Commercial restrictions</source>
      <translation>Kommerzielle Beschränkungen</translation>
    </message>
    <message>
      <source>Commercial terms</source>
      <translation>Kommerzielle Bedingungen</translation>
    </message>
    <message>
      <source>Company</source>
      <translation>Unternehmen</translation>
    </message>
    <message>
      <source>Company {0}</source>
      <translation>Unternehmen {0}</translation>
    </message>
    <message>
      <source>Compare a&amp;gain</source>
      <translation>&amp;Erneut vergleichen</translation>
    </message>
    <message>
      <source>Concession &amp;ledger</source>
      <translation>&amp;Zugeständnisse</translation>
    </message>
    <message>
      <source>Condition</source>
      <translation>Bedingung</translation>
    </message>
    <message>
      <source>Copy &amp;address</source>
      <translation>&amp;Adresse kopieren</translation>
    </message>
    <message>
      <source>Correct its &amp;day…</source>
      <translation>&amp;Tag berichtigen…</translation>
    </message>
    <message>
      <source>Costs it most</source>
      <translation>Kostet am meisten</translation>
    </message>
    <message>
      <source>Counter</source>
      <translation>Gegenvorschlag</translation>
    </message>
    <message>
      <source>Countered</source>
      <translation>Gegenvorschlag gemacht</translation>
    </message>
    <message>
      <source>Counts</source>
      <translation>Zählt</translation>
    </message>
    <message>
      <source>Critical</source>
      <translation>Kritisch</translation>
    </message>
    <message>
      <source>Customer</source>
      <translation>Kunde</translation>
    </message>
    <message>
      <source>C{0}</source>
      <translation>K{0}</translation>
    </message>
    <message>
      <source>Data</source>
      <translation>Daten</translation>
    </message>
    <message>
      <source>Dates</source>
      <translation>Datumsangaben</translation>
    </message>
    <message>
      <source>Decided</source>
      <translation>Entschieden</translation>
    </message>
    <message>
      <source>Decided: ask for what is proposed</source>
      <translation>Entschieden: Vorschlag verlangen</translation>
    </message>
    <message>
      <source>Decided: ask in your own words</source>
      <translation>Entschieden: in eigenen Worten verlangen</translation>
    </message>
    <message>
      <source>Decided: fallback</source>
      <translation>Entschieden: Rückfallposition</translation>
    </message>
    <message>
      <source>Decided: risk accepted</source>
      <translation>Entschieden: Risiko angenommen</translation>
    </message>
    <message>
      <source>Decided: skipped, nothing is asked</source>
      <translation>Entschieden: übersprungen, nichts wird verlangt</translation>
    </message>
    <message>
      <source>Decision taken back</source>
      <translation>Entscheidung zurückgenommen</translation>
    </message>
    <message>
      <source>Defined terms</source>
      <translation>Definierte Begriffe</translation>
    </message>
    <message>
      <source>Deleted</source>
      <translation>Gestrichen</translation>
    </message>
    <message>
      <source>Deviations are accepted by: {0}</source>
      <translation>Abweichungen stimmt zu: {0}</translation>
    </message>
    <message>
      <source>Disputed</source>
      <translation>Streitig</translation>
    </message>
    <message>
      <source>Do not carry it, though they look alike</source>
      <translation>Enthalten sie nicht, obwohl sie ähnlich klingen</translation>
    </message>
    <message>
      <source>Drafting</source>
      <translation>Formulieren</translation>
    </message>
    <message>
      <source>Duty</source>
      <translation>Pflicht</translation>
    </message>
    <message>
      <source>Edit without a trace: {0}</source>
      <translation>Stille Änderung: {0}</translation>
    </message>
    <message>
      <source>Edited</source>
      <translation>Bearbeitet</translation>
    </message>
    <message>
      <source>Endnotes</source>
      <translation>Endnoten</translation>
    </message>
    <message>
      <source>Examples</source>
      <translation>Beispiele</translation>
    </message>
    <message>
      <source>Exceptions to the severity</source>
      <translation>Ausnahmen vom Gewicht</translation>
    </message>
    <message>
      <source>Exhibits</source>
      <translation>Anlagen</translation>
    </message>
    <message>
      <source>Export as a &amp;workbook…</source>
      <translation>Als &amp;Arbeitsmappe exportieren…</translation>
    </message>
    <message>
      <source>Export as a Wor&amp;d table…</source>
      <translation>Als &amp;Word-Tabelle exportieren…</translation>
    </message>
    <message>
      <source>Facts</source>
      <translation>Fakten</translation>
    </message>
    <message>
      <source>Facts read</source>
      <translation>Gelesene Fakten</translation>
    </message>
    <message>
      <source>Facts that are read</source>
      <translation>Fakten, die gelesen werden</translation>
    </message>
    <message>
      <source>Fallback</source>
      <translation>Rückfallposition</translation>
    </message>
    <message>
      <source>Fallback: {0}</source>
      <translation>Rückfallposition: {0}</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <source>Files that were not compared</source>
      <translation>Nicht verglichene Dateien</translation>
    </message>
    <message>
      <source>Finding {0} of {1}, {2}, {3}, {4}, {5}</source>
      <translation>Befund {0} von {1}, {2}, {3}, {4}, {5}</translation>
    </message>
    <message>
      <source>First &amp;words in the cells</source>
      <translation>Erste &amp;Wörter in den Zellen</translation>
    </message>
    <message>
      <source>Footers</source>
      <translation>Fußzeilen</translation>
    </message>
    <message>
      <source>Footnotes</source>
      <translation>Fußnoten</translation>
    </message>
    <message>
      <source>For what</source>
      <translation>Wofür</translation>
    </message>
    <message>
      <source>Formatting</source>
      <translation>Formatierung</translation>
    </message>
    <message>
      <source>Formatting: {0}</source>
      <translation>Formatierung: {0}</translation>
    </message>
    <message>
      <source>From</source>
      <translation>Von</translation>
    </message>
    <message>
      <source>From {0}, layer {1} of {2}</source>
      <translation>Aus {0}, Ebene {1} von {2}</translation>
    </message>
    <message>
      <source>Gap in the numbering</source>
      <translation>Lücke in der Nummerierung</translation>
    </message>
    <message>
      <source>Goes to {0}: {1}</source>
      <translation>Führt zu {0}: {1}</translation>
    </message>
    <message>
      <source>Gone</source>
      <translation>Weggefallen</translation>
    </message>
    <message>
      <source>Grant and its scope</source>
      <translation>Nutzungsrecht</translation>
    </message>
    <message>
      <source>Group</source>
      <translation>Gruppe</translation>
    </message>
    <message>
      <source>Headers</source>
      <translation>Kopfzeilen</translation>
    </message>
    <message>
      <source>Hidden text</source>
      <translation>Verborgener Text</translation>
    </message>
    <message>
      <source>Hidden text: the source keeps it out of sight</source>
      <translation>Verborgener Text: die Quelle hält ihn außer Sicht</translation>
    </message>
    <message>
      <source>High</source>
      <translation>Hoch</translation>
    </message>
    <message>
      <source>How bad it is</source>
      <translation>Wie schwer es wiegt</translation>
    </message>
    <message>
      <source>How it is found</source>
      <translation>Wie es gefunden wird</translation>
    </message>
    <message>
      <source>If</source>
      <translation>Wenn</translation>
    </message>
    <message>
      <source>In a heading</source>
      <translation>In einer Überschrift</translation>
    </message>
    <message>
      <source>In its place, as returned</source>
      <translation>An seiner Stelle, wie zurückgekommen</translation>
    </message>
    <message>
      <source>In its place, as sent</source>
      <translation>An seiner Stelle, wie versandt</translation>
    </message>
    <message>
      <source>In order</source>
      <translation>In Ordnung</translation>
    </message>
    <message>
      <source>Inferred from the text</source>
      <translation>Aus dem Text geschlossen</translation>
    </message>
    <message>
      <source>Inserted</source>
      <translation>Eingefügt</translation>
    </message>
    <message>
      <source>Internal note</source>
      <translation>Interne Notiz</translation>
    </message>
    <message>
      <source>Internal note changed</source>
      <translation>Interne Notiz geändert</translation>
    </message>
    <message>
      <source>Internal note – never sent to the counterparty</source>
      <translation>Interne Notiz – geht nie an die Gegenseite</translation>
    </message>
    <message>
      <source>Internal note: {0}</source>
      <translation>Interne Notiz: {0}</translation>
    </message>
    <message>
      <source>It changes the level of no clause type.</source>
      <translation>Sie ändert die Stufe keines Klauseltyps.</translation>
    </message>
    <message>
      <source>Its absence means something in {0}.</source>
      <translation>Ihr Fehlen bedeutet etwas in: {0}.</translation>
    </message>
    <message>
      <source>Joined</source>
      <translation>Zusammengeführt</translation>
    </message>
    <message>
      <source>Joined and edited</source>
      <translation>Zusammengeführt und bearbeitet</translation>
    </message>
    <message>
      <source>Joined to the next paragraph</source>
      <translation>Mit dem nächsten Absatz verbunden</translation>
    </message>
    <message>
      <source>Joined: {0} paragraphs into {1}</source>
      <translation>Zusammengeführt: {0} Absätze zu {1}</translation>
    </message>
    <message>
      <source>Judging</source>
      <translation>Bewerten</translation>
    </message>
    <message>
      <source>Keep as the &amp;baseline</source>
      <translation>Als &amp;Ausgangsfassung behalten</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <source>Layers, in their order of precedence</source>
      <translation>Ebenen in ihrer Rangfolge</translation>
    </message>
    <message>
      <source>Left out</source>
      <translation>Ausgelassen</translation>
    </message>
    <message>
      <source>Legal frame</source>
      <translation>Rechtlicher Rahmen</translation>
    </message>
    <message>
      <source>Level</source>
      <translation>Stufe</translation>
    </message>
    <message>
      <source>Level and severity as before; what differs stands below:</source>
      <translation>Stufe und Gewicht wie zuvor; was abweicht, steht darunter:</translation>
    </message>
    <message>
      <source>Library wording: {0}</source>
      <translation>Wortlaut der Bibliothek: {0}</translation>
    </message>
    <message>
      <source>Library: {0}</source>
      <translation>Bibliothek: {0}</translation>
    </message>
    <message>
      <source>Licence</source>
      <translation>Lizenz</translation>
    </message>
    <message>
      <source>Lists</source>
      <translation>Listen</translation>
    </message>
    <message>
      <source>Loading the clause library</source>
      <translation>Klauselbibliothek laden</translation>
    </message>
    <message>
      <source>Look a&amp;gain</source>
      <translation>&amp;Erneut ansehen</translation>
    </message>
    <message>
      <source>Looks changed</source>
      <translation>Aussehen geändert</translation>
    </message>
    <message>
      <source>Low</source>
      <translation>Gering</translation>
    </message>
    <message>
      <source>Markdown</source>
      <translation>Markdown</translation>
    </message>
    <message>
      <source>Marked</source>
      <translation>Markiert</translation>
    </message>
    <message>
      <source>Matching clauses</source>
      <translation>Klauseln zuordnen</translation>
    </message>
    <message>
      <source>Medium</source>
      <translation>Mittel</translation>
    </message>
    <message>
      <source>Missing</source>
      <translation>Fehlt</translation>
    </message>
    <message>
      <source>Mistake</source>
      <translation>Fehler</translation>
    </message>
    <message>
      <source>Move &amp;left</source>
      <translation>Nach &amp;links</translation>
    </message>
    <message>
      <source>Move &amp;right</source>
      <translation>Nach &amp;rechts</translation>
    </message>
    <message>
      <source>Move &amp;up: it is older</source>
      <translation>Nach &amp;oben: ist älter</translation>
    </message>
    <message>
      <source>Move d&amp;own: it is newer</source>
      <translation>Nach &amp;unten: ist neuer</translation>
    </message>
    <message>
      <source>Moved</source>
      <translation>Verschoben</translation>
    </message>
    <message>
      <source>Moved and edited</source>
      <translation>Verschoben und bearbeitet</translation>
    </message>
    <message>
      <source>Moved away</source>
      <translation>Wegbewegt</translation>
    </message>
    <message>
      <source>Moved away: now at {0}</source>
      <translation>Von hier verschoben: jetzt bei {0}</translation>
    </message>
    <message>
      <source>Moved here</source>
      <translation>Hierher bewegt</translation>
    </message>
    <message>
      <source>Moved here: was at {0}</source>
      <translation>Hierher verschoben: war bei {0}</translation>
    </message>
    <message>
      <source>Moved to here</source>
      <translation>Hierher verschoben</translation>
    </message>
    <message>
      <source>Moves</source>
      <translation>Verschiebungen</translation>
    </message>
    <message>
      <source>Nature</source>
      <translation>Art</translation>
    </message>
    <message>
      <source>Neutral</source>
      <translation>Neutral</translation>
    </message>
    <message>
      <source>New</source>
      <translation>Neu</translation>
    </message>
    <message>
      <source>New clause:</source>
      <translation>Neue Klausel:</translation>
    </message>
    <message>
      <source>New words</source>
      <translation>Neuer Wortlaut</translation>
    </message>
    <message>
      <source>New, after {0}</source>
      <translation>Neu, nach {0}</translation>
    </message>
    <message>
      <source>New: {0}</source>
      <translation>Neu: {0}</translation>
    </message>
    <message>
      <source>Next &amp;mistake</source>
      <translation>Nächster &amp;Fehler</translation>
    </message>
    <message>
      <source>Next &amp;worse</source>
      <translation>Nächste sch&amp;lechtere</translation>
    </message>
    <message>
      <source>Next p&amp;ane</source>
      <translation>Nächster &amp;Bereich</translation>
    </message>
    <message>
      <source>No answ&amp;er</source>
      <translation>Keine An&amp;twort</translation>
    </message>
    <message>
      <source>No answer</source>
      <translation>Keine Antwort</translation>
    </message>
    <message>
      <source>No change of the text bears on it directly.</source>
      <translation>Keine Änderung des Textes wirkt sich unmittelbar darauf aus.</translation>
    </message>
    <message>
      <source>No change of words is drafted; you can edit the words.</source>
      <translation>Keine Änderung am Wortlaut ist entworfen; Sie können den Wortlaut bearbeiten.</translation>
    </message>
    <message>
      <source>No change was found that touches a planned use.</source>
      <translation>Keine Änderung gefunden, die eine geplante Nutzung berührt.</translation>
    </message>
    <message>
      <source>No clause type covers these words: read them yourself.</source>
      <translation>Kein Klauseltyp erfasst diese Wörter: bitte selbst lesen.</translation>
    </message>
    <message>
      <source>No clause type was recognised here: read the words yourself.</source>
      <translation>Hier wurde kein Klauseltyp erkannt: bitte selbst lesen.</translation>
    </message>
    <message>
      <source>No fallback with wording is better than what the document says.</source>
      <translation>Keine Rückfallposition mit Wortlaut ist besser als das, was im Dokument steht.</translation>
    </message>
    <message>
      <source>No finding changes.</source>
      <translation>Kein Befund ändert sich.</translation>
    </message>
    <message>
      <source>No paragraph of the document carries it.</source>
      <translation>Kein Absatz des Dokuments enthält es.</translation>
    </message>
    <message>
      <source>No point is answered yet</source>
      <translation>Noch kein Punkt beantwortet</translation>
    </message>
    <message>
      <source>No statement says anything else than before.</source>
      <translation>Keine Aussage sagt etwas anderes als zuvor.</translation>
    </message>
    <message>
      <source>No word changes.</source>
      <translation>Kein Wort ändert sich.</translation>
    </message>
    <message>
      <source>Not applicable</source>
      <translation>Nicht anwendbar</translation>
    </message>
    <message>
      <source>Not attached, though part of the contract</source>
      <translation>Nicht beigefügt, obwohl Vertragsteil</translation>
    </message>
    <message>
      <source>Not checked of {0}</source>
      <translation>Nicht geprüft bei {0}</translation>
    </message>
    <message>
      <source>Not checked:</source>
      <translation>Nicht geprüft:</translation>
    </message>
    <message>
      <source>Not compared</source>
      <translation>Nicht verglichen</translation>
    </message>
    <message>
      <source>Not covered</source>
      <translation>Nicht erfasst</translation>
    </message>
    <message>
      <source>Not decided</source>
      <translation>Nicht entschieden</translation>
    </message>
    <message>
      <source>Not decided; nothing is asked, because another document gives it</source>
      <translation>Nicht entschieden; nichts wird verlangt, weil ein anderes Dokument es gewährt</translation>
    </message>
    <message>
      <source>Not known</source>
      <translation>Nicht bekannt</translation>
    </message>
    <message>
      <source>Not read</source>
      <translation>Nicht gelesen</translation>
    </message>
    <message>
      <source>Not read of {0}</source>
      <translation>Nicht gelesen bei {0}</translation>
    </message>
    <message>
      <source>Not read or not compared</source>
      <translation>Nicht gelesen oder nicht verglichen</translation>
    </message>
    <message>
      <source>Not read, or not surely</source>
      <translation>Nicht oder nicht sicher gelesen</translation>
    </message>
    <message>
      <source>Not where the sentence says</source>
      <translation>Nicht, wo der Satz das sagt</translation>
    </message>
    <message>
      <source>Nothing is asked.</source>
      <translation>Nichts wird verlangt.</translation>
    </message>
    <message>
      <source>Nothing is asked; you can still ask in your own words.</source>
      <translation>Nichts wird verlangt; Sie können es dennoch in eigenen Worten tun.</translation>
    </message>
    <message>
      <source>Nothing is decided yet.</source>
      <translation>Noch ist nichts entschieden.</translation>
    </message>
    <message>
      <source>Nothing is proposed here.</source>
      <translation>Hier wird nichts vorgeschlagen.</translation>
    </message>
    <message>
      <source>Nothing is read from the words here.</source>
      <translation>Aus dem Wortlaut hier wird nichts gelesen.</translation>
    </message>
    <message>
      <source>Nothing is to be asked here.</source>
      <translation>Hier ist nichts zu verlangen.</translation>
    </message>
    <message>
      <source>Nothing is to be decided: this does not apply to the document.</source>
      <translation>Nichts zu entscheiden: dies betrifft das Dokument nicht.</translation>
    </message>
    <message>
      <source>Nothing is to be decided: this is in order.</source>
      <translation>Nichts zu entscheiden: dies ist in Ordnung.</translation>
    </message>
    <message>
      <source>Nothing stands there any more.</source>
      <translation>Dort steht nichts mehr.</translation>
    </message>
    <message>
      <source>Nothing was changed without a trace.</source>
      <translation>Nichts wurde still geändert.</translation>
    </message>
    <message>
      <source>Nothing was given for it</source>
      <translation>Dafür wurde nichts gegeben</translation>
    </message>
    <message>
      <source>Nothing was pasted. {0}</source>
      <translation>Nichts wurde eingefügt. {0}</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Nummer</translation>
    </message>
    <message>
      <source>Number and word disagree</source>
      <translation>Zahl und Zahlwort widersprechen sich</translation>
    </message>
    <message>
      <source>Number {0} → {1}</source>
      <translation>Nummer {0} → {1}</translation>
    </message>
    <message>
      <source>Numbering</source>
      <translation>Nummerierung</translation>
    </message>
    <message>
      <source>Obligations</source>
      <translation>Pflichten</translation>
    </message>
    <message>
      <source>Of no kind that is known</source>
      <translation>Keine bekannte Art</translation>
    </message>
    <message>
      <source>Old words</source>
      <translation>Alter Wortlaut</translation>
    </message>
    <message>
      <source>Old: {0}</source>
      <translation>Alt: {0}</translation>
    </message>
    <message>
      <source>One of these is enough</source>
      <translation>Eines davon genügt</translation>
    </message>
    <message>
      <source>Only reworded</source>
      <translation>Nur umformuliert</translation>
    </message>
    <message>
      <source>Only where the document says something like {0}.</source>
      <translation>Nur wo das Dokument etwas sagt wie {0}.</translation>
    </message>
    <message>
      <source>Only where: {0}.</source>
      <translation>Nur wo: {0}.</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Öffnen</translation>
    </message>
    <message>
      <source>OpenDocument text</source>
      <translation>OpenDocument-Text</translation>
    </message>
    <message>
      <source>Opened again</source>
      <translation>Wieder aufgemacht</translation>
    </message>
    <message>
      <source>Order form</source>
      <translation>Bestellformular</translation>
    </message>
    <message>
      <source>Original</source>
      <translation>Original</translation>
    </message>
    <message>
      <source>Other documents, attached</source>
      <translation>Andere Dokumente, beigefügt</translation>
    </message>
    <message>
      <source>Otherwise: {0}</source>
      <translation>Sonst: {0}</translation>
    </message>
    <message>
      <source>Our &amp;folder…</source>
      <translation>Unser &amp;Ordner…</translation>
    </message>
    <message>
      <source>Our ask: accepted</source>
      <translation>Unsere Forderung: angenommen</translation>
    </message>
    <message>
      <source>Our ask: countered</source>
      <translation>Unsere Forderung: Gegenvorschlag</translation>
    </message>
    <message>
      <source>Our ask: no answer</source>
      <translation>Unsere Forderung: keine Antwort</translation>
    </message>
    <message>
      <source>Our ask: open, with a comment of theirs</source>
      <translation>Unsere Forderung: offen, mit Kommentar der Gegenseite</translation>
    </message>
    <message>
      <source>Our ask: rejected</source>
      <translation>Unsere Forderung: abgelehnt</translation>
    </message>
    <message>
      <source>Our comment</source>
      <translation>Unser Kommentar</translation>
    </message>
    <message>
      <source>Our file: {0}</source>
      <translation>Unsere Datei: {0}</translation>
    </message>
    <message>
      <source>Own words changed</source>
      <translation>Eigener Wortlaut geändert</translation>
    </message>
    <message>
      <source>Own words: {0}</source>
      <translation>Eigener Wortlaut: {0}</translation>
    </message>
    <message>
      <source>Owner</source>
      <translation>Zuständig</translation>
    </message>
    <message>
      <source>Owner: {0}</source>
      <translation>Zuständig: {0}</translation>
    </message>
    <message>
      <source>P&amp;revious pane</source>
      <translation>Vo&amp;rheriger Bereich</translation>
    </message>
    <message>
      <source>PDF</source>
      <translation>PDF</translation>
    </message>
    <message>
      <source>Pack: {0}</source>
      <translation>Paket: {0}</translation>
    </message>
    <message>
      <source>Page {0}</source>
      <translation>Seite {0}</translation>
    </message>
    <message>
      <source>Pages {0}</source>
      <translation>Seiten {0}</translation>
    </message>
    <message>
      <source>Paragraph split</source>
      <translation>Absatz geteilt</translation>
    </message>
    <message>
      <source>Parties</source>
      <translation>Parteien</translation>
    </message>
    <message>
      <source>Party</source>
      <translation>Partei</translation>
    </message>
    <message>
      <source>Permission</source>
      <translation>Erlaubnis</translation>
    </message>
    <message>
      <source>Phrases and tests as &amp;written</source>
      <translation>Muster und Tests &amp;wie geschrieben</translation>
    </message>
    <message>
      <source>Placeholder left in</source>
      <translation>Platzhalter stehen geblieben</translation>
    </message>
    <message>
      <source>Plain text</source>
      <translation>Reiner Text</translation>
    </message>
    <message>
      <source>Planned uses that it touches</source>
      <translation>Geplante Nutzungen, die sie berührt</translation>
    </message>
    <message>
      <source>Planned uses that were looked for, and where their words are from</source>
      <translation>Gesuchte geplante Nutzungen, und woher ihr Wortlaut stammt</translation>
    </message>
    <message>
      <source>Point {0} of {1}</source>
      <translation>Punkt {0} von {1}</translation>
    </message>
    <message>
      <source>Position chosen: {0}</source>
      <translation>Position gewählt: {0}</translation>
    </message>
    <message>
      <source>Position: {0}</source>
      <translation>Position: {0}</translation>
    </message>
    <message>
      <source>Positions and their wording</source>
      <translation>Positionen und ihr Wortlaut</translation>
    </message>
    <message>
      <source>Positions, best first</source>
      <translation>Positionen, beste zuerst</translation>
    </message>
    <message>
      <source>Pre&amp;vious</source>
      <translation>&amp;Zurück</translation>
    </message>
    <message>
      <source>Preferred</source>
      <translation>Bevorzugt</translation>
    </message>
    <message>
      <source>Prohibition</source>
      <translation>Verbot</translation>
    </message>
    <message>
      <source>Promise of the other side</source>
      <translation>Zusage der anderen Seite</translation>
    </message>
    <message>
      <source>Proofreading</source>
      <translation>Korrektur</translation>
    </message>
    <message>
      <source>Protection</source>
      <translation>Schutz</translation>
    </message>
    <message>
      <source>R&amp;emove it</source>
      <translation>Ent&amp;fernen</translation>
    </message>
    <message>
      <source>Rank {0}</source>
      <translation>Rang {0}</translation>
    </message>
    <message>
      <source>Rank {0} of {1}</source>
      <translation>Rang {0} von {1}</translation>
    </message>
    <message>
      <source>Re&amp;name…</source>
      <translation>&amp;Umbenennen…</translation>
    </message>
    <message>
      <source>Re&amp;port…</source>
      <translation>&amp;Bericht…</translation>
    </message>
    <message>
      <source>Read from the image of the page: {0} sure</source>
      <translation>Aus dem Seitenbild gelesen: zu {0} sicher</translation>
    </message>
    <message>
      <source>Read from the image, by text recognition</source>
      <translation>Aus dem Bild gelesen, durch Texterkennung</translation>
    </message>
    <message>
      <source>Read from the text layer</source>
      <translation>Aus der Textebene gelesen</translation>
    </message>
    <message>
      <source>Read from the text layer, with its lines and tables</source>
      <translation>Aus der Textebene gelesen, mit Linien und Tabellen</translation>
    </message>
    <message>
      <source>Reading</source>
      <translation>Lesen</translation>
    </message>
    <message>
      <source>Reading page</source>
      <translation>Lesen: Seite</translation>
    </message>
    <message>
      <source>Reason noted: {0}</source>
      <translation>Begründung notiert: {0}</translation>
    </message>
    <message>
      <source>Reason: {0}</source>
      <translation>Begründung: {0}</translation>
    </message>
    <message>
      <source>Redline of the saved entry</source>
      <translation>Redline des gespeicherten Eintrags</translation>
    </message>
    <message>
      <source>Redline proposed</source>
      <translation>Vorgeschlagene Redline</translation>
    </message>
    <message>
      <source>Redlining</source>
      <translation>Redline schreiben</translation>
    </message>
    <message>
      <source>Reject</source>
      <translation>Ablehnen</translation>
    </message>
    <message>
      <source>Rejected</source>
      <translation>Abgelehnt</translation>
    </message>
    <message>
      <source>Relation</source>
      <translation>Verhältnis</translation>
    </message>
    <message>
      <source>Removed</source>
      <translation>Gestrichen</translation>
    </message>
    <message>
      <source>Renumbered</source>
      <translation>Neu nummeriert</translation>
    </message>
    <message>
      <source>Replace the sentence with {at} by {text}</source>
      <translation>Den Satz mit {at} durch {text} ersetzen</translation>
    </message>
    <message>
      <source>Replace {at} by {text}</source>
      <translation>{at} durch {text} ersetzen</translation>
    </message>
    <message>
      <source>Requirements</source>
      <translation>Anforderungen</translation>
    </message>
    <message>
      <source>Rich text (RTF)</source>
      <translation>Rich Text (RTF)</translation>
    </message>
    <message>
      <source>Right of the other side</source>
      <translation>Recht der anderen Seite</translation>
    </message>
    <message>
      <source>Risk</source>
      <translation>Risiko</translation>
    </message>
    <message>
      <source>Round</source>
      <translation>Runde</translation>
    </message>
    <message>
      <source>Round {0}, {1}, {2}, from {3} to {4}</source>
      <translation>Runde {0}, {1}, {2}, von {3} auf {4}</translation>
    </message>
    <message>
      <source>Round {0}: {1} → {2}</source>
      <translation>Runde {0}: {1} → {2}</translation>
    </message>
    <message>
      <source>Row deleted</source>
      <translation>Zeile gestrichen</translation>
    </message>
    <message>
      <source>Row inserted</source>
      <translation>Zeile eingefügt</translation>
    </message>
    <message>
      <source>S&amp;top</source>
      <translation>Anha&amp;lten</translation>
    </message>
    <message>
      <source>S&amp;wap old and new</source>
      <translation>Alt und neu &amp;tauschen</translation>
    </message>
    <message>
      <source>Saving</source>
      <translation>Speichern</translation>
    </message>
    <message>
      <source>Score {0:.2f}: {1}; {2:.2f} is enough</source>
      <translation>Wertung {0:.2f}: {1}; {2:.2f} genügt</translation>
    </message>
    <message>
      <source>Service levels</source>
      <translation>Service-Levels</translation>
    </message>
    <message>
      <source>Set aside: running headers and footers</source>
      <translation>Beiseitegelegt: laufende Kopf- und Fußzeilen</translation>
    </message>
    <message>
      <source>Severity</source>
      <translation>Gewicht</translation>
    </message>
    <message>
      <source>Shows comment C{0}</source>
      <translation>Zeigt Kommentar K{0}</translation>
    </message>
    <message>
      <source>Signature block</source>
      <translation>Unterschriftenblock</translation>
    </message>
    <message>
      <source>Skip: {0}</source>
      <translation>Überspringen: {0}</translation>
    </message>
    <message>
      <source>Sources</source>
      <translation>Quellen</translation>
    </message>
    <message>
      <source>Split</source>
      <translation>Geteilt</translation>
    </message>
    <message>
      <source>Split and edited</source>
      <translation>Geteilt und bearbeitet</translation>
    </message>
    <message>
      <source>Split: {0} paragraphs out of {1}</source>
      <translation>Geteilt: {0} Absätze aus {1}</translation>
    </message>
    <message>
      <source>Standard form, {0}</source>
      <translation>Standardtext, {0}</translation>
    </message>
    <message>
      <source>Starting</source>
      <translation>Starten</translation>
    </message>
    <message>
      <source>Statement</source>
      <translation>Aussage</translation>
    </message>
    <message>
      <source>Strike the sentence with {at}</source>
      <translation>Den Satz mit {at} streichen</translation>
    </message>
    <message>
      <source>Strike {at}</source>
      <translation>{at} streichen</translation>
    </message>
    <message>
      <source>Superseded</source>
      <translation>Überholt</translation>
    </message>
    <message>
      <source>Take its layers &amp;apart</source>
      <translation>Ebenen &amp;trennen</translation>
    </message>
    <message>
      <source>Take the decision back: {0}</source>
      <translation>Entscheidung zurücknehmen: {0}</translation>
    </message>
    <message>
      <source>Term and exit</source>
      <translation>Laufzeit und Ausstieg</translation>
    </message>
    <message>
      <source>Term defined twice</source>
      <translation>Begriff doppelt definiert</translation>
    </message>
    <message>
      <source>Terms for a product or service</source>
      <translation>Bedingungen für ein Produkt oder einen Dienst</translation>
    </message>
    <message>
      <source>Tests of the preferred position</source>
      <translation>Tests der bevorzugten Position</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>Text</translation>
    </message>
    <message>
      <source>Text boxes</source>
      <translation>Textfelder</translation>
    </message>
    <message>
      <source>The document could not be processed: the part of the program that does so ended by itself. Nothing else is lost; try again, or try a copy of the document in another format.</source>
      <translation>Das Dokument konnte nicht verarbeitet werden: der Teil des Programms, der das tut, hat sich selbst beendet. Sonst ist nichts verloren; versuchen Sie es noch einmal oder mit einer Kopie des Dokuments in einem anderen Format.</translation>
    </message>
    <message>
      <source>The document gives as much already.</source>
      <translation>Das Dokument gewährt bereits so viel.</translation>
    </message>
    <message>
      <source>The document is silent on this.</source>
      <translation>Das Dokument schweigt dazu.</translation>
    </message>
    <message>
      <source>The file is no longer there: {0}</source>
      <translation>Die Datei ist nicht mehr dort: {0}</translation>
    </message>
    <message>
      <source>The library holds no wording for it.</source>
      <translation>Die Bibliothek hat keinen Wortlaut dafür.</translation>
    </message>
    <message>
      <source>The text itself:</source>
      <translation>Der Text selbst:</translation>
    </message>
    <message>
      <source>The text itself: {0}</source>
      <translation>Der Text selbst: {0}</translation>
    </message>
    <message>
      <source>The vendor</source>
      <translation>Der Anbieter</translation>
    </message>
    <message>
      <source>The words stand in a tracked change that bears our name.</source>
      <translation>Der Wortlaut steht in einer nachverfolgten Änderung, die unseren Namen trägt.</translation>
    </message>
    <message>
      <source>The words were</source>
      <translation>Der Wortlaut war</translation>
    </message>
    <message>
      <source>Their ask</source>
      <translation>Forderung der Gegenseite</translation>
    </message>
    <message>
      <source>Their asks</source>
      <translation>Forderungen der Gegenseite</translation>
    </message>
    <message>
      <source>Their comment</source>
      <translation>Kommentar der Gegenseite</translation>
    </message>
    <message>
      <source>There are no words to edit: the document is silent, and no clause was drafted.</source>
      <translation>Es gibt keinen Wortlaut zu bearbeiten: das Dokument schweigt, und keine Klausel wurde entworfen.</translation>
    </message>
    <message>
      <source>There are no words to test.</source>
      <translation>Es gibt keinen Wortlaut zu prüfen.</translation>
    </message>
    <message>
      <source>They asked for more</source>
      <translation>Gegenseite verlangte mehr</translation>
    </message>
    <message>
      <source>They gave way</source>
      <translation>Gegenseite gab nach</translation>
    </message>
    <message>
      <source>They gave way on {0}</source>
      <translation>Gegenseite gab nach bei {0}</translation>
    </message>
    <message>
      <source>This counts {0} of {1} points against the column.</source>
      <translation>Das zählt {0} von {1} Punkten gegen die Spalte.</translation>
    </message>
    <message>
      <source>This file cannot show tracked changes: every difference counts as made without a trace.</source>
      <translation>Diese Datei kann keine nachverfolgten Änderungen zeigen: jeder Unterschied zählt als stille Änderung.</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Titel</translation>
    </message>
    <message>
      <source>To</source>
      <translation>Auf</translation>
    </message>
    <message>
      <source>To be signed</source>
      <translation>Zu unterzeichnen</translation>
    </message>
    <message>
      <source>To bear in mind</source>
      <translation>Zu bedenken</translation>
    </message>
    <message>
      <source>Toolbar of the comparison</source>
      <translation>Leiste des Vergleichs</translation>
    </message>
    <message>
      <source>Touches planned uses</source>
      <translation>Berührt geplante Nutzungen</translation>
    </message>
    <message>
      <source>Tracked changes</source>
      <translation>Nachverfolgte Änderungen</translation>
    </message>
    <message>
      <source>Tried on {0}. Nothing in the document or in your review has changed.</source>
      <translation>Ausprobiert an {0}. Am Dokument und an Ihrer Prüfung hat sich nichts geändert.</translation>
    </message>
    <message>
      <source>Two of these, or one and a heading</source>
      <translation>Zwei davon, oder eines und eine Überschrift</translation>
    </message>
    <message>
      <source>Two other &amp;versions…</source>
      <translation>Zwei andere &amp;Fassungen…</translation>
    </message>
    <message>
      <source>Unclear</source>
      <translation>Unklar</translation>
    </message>
    <message>
      <source>Undecided</source>
      <translation>Offen</translation>
    </message>
    <message>
      <source>Undefined term</source>
      <translation>Nicht definierter Begriff</translation>
    </message>
    <message>
      <source>Unpaired bracket</source>
      <translation>Einzelne Klammer</translation>
    </message>
    <message>
      <source>Unused term</source>
      <translation>Nicht verwendeter Begriff</translation>
    </message>
    <message>
      <source>Use policy</source>
      <translation>Nutzungsrichtlinie</translation>
    </message>
    <message>
      <source>Users in month
before release</source>
      <translation>Nutzer vor
dem Release</translation>
    </message>
    <message>
      <source>Users today</source>
      <translation>Nutzer heute</translation>
    </message>
    <message>
      <source>V&amp;ersion</source>
      <translation>&amp;Fassung</translation>
    </message>
    <message>
      <source>Vendor</source>
      <translation>Anbieter</translation>
    </message>
    <message>
      <source>Vendors are known to move</source>
      <translation>Anbieter bewegen sich erfahrungsgemäß</translation>
    </message>
    <message>
      <source>Vendors do not move</source>
      <translation>Anbieter bewegen sich nicht</translation>
    </message>
    <message>
      <source>Vendors move seldom</source>
      <translation>Anbieter bewegen sich selten</translation>
    </message>
    <message>
      <source>Votes, %</source>
      <translation>Stimmen
in %</translation>
    </message>
    <message>
      <source>Waiting</source>
      <translation>Warten</translation>
    </message>
    <message>
      <source>Walk-away</source>
      <translation>No-Go</translation>
    </message>
    <message>
      <source>Warning</source>
      <translation>Warnung</translation>
    </message>
    <message>
      <source>We</source>
      <translation>Wir</translation>
    </message>
    <message>
      <source>We accept</source>
      <translation>Wir nehmen an</translation>
    </message>
    <message>
      <source>We asked for more</source>
      <translation>Wir verlangten mehr</translation>
    </message>
    <message>
      <source>We comment</source>
      <translation>Wir kommentieren</translation>
    </message>
    <message>
      <source>We counter</source>
      <translation>Unser Gegenvorschlag</translation>
    </message>
    <message>
      <source>We gave nothing in that round</source>
      <translation>Wir gaben in dieser Runde nichts</translation>
    </message>
    <message>
      <source>We gave way</source>
      <translation>Wir gaben nach</translation>
    </message>
    <message>
      <source>We gave way on {0}</source>
      <translation>Wir gaben nach bei {0}</translation>
    </message>
    <message>
      <source>We reject</source>
      <translation>Wir lehnen ab</translation>
    </message>
    <message>
      <source>Web page</source>
      <translation>Webseite</translation>
    </message>
    <message>
      <source>What &amp;changed</source>
      <translation>Was sich &amp;geändert hat</translation>
    </message>
    <message>
      <source>What follows for those who live with it</source>
      <translation>Was daraus für die folgt, die damit leben</translation>
    </message>
    <message>
      <source>What it does to the clause types is not known yet.</source>
      <translation>Was sie an den Klauseltypen ändert, ist noch nicht bekannt.</translation>
    </message>
    <message>
      <source>What it is</source>
      <translation>Was es ist</translation>
    </message>
    <message>
      <source>What it says</source>
      <translation>Was dort steht</translation>
    </message>
    <message>
      <source>What others claim</source>
      <translation>Was andere behaupten</translation>
    </message>
    <message>
      <source>What the other layers say</source>
      <translation>Was die anderen Ebenen sagen</translation>
    </message>
    <message>
      <source>What they said</source>
      <translation>Was die Gegenseite sagte</translation>
    </message>
    <message>
      <source>What was not &amp;compared</source>
      <translation>&amp;Nicht Verglichenes</translation>
    </message>
    <message>
      <source>What we ask</source>
      <translation>Was wir verlangen</translation>
    </message>
    <message>
      <source>When it applies</source>
      <translation>Wann es gilt</translation>
    </message>
    <message>
      <source>Where the next is better</source>
      <translation>Wo die nächste besser ist</translation>
    </message>
    <message>
      <source>Whether vendors move</source>
      <translation>Ob Anbieter sich bewegen</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>Wer</translation>
    </message>
    <message>
      <source>Who looks after it</source>
      <translation>Wer sich darum kümmert</translation>
    </message>
    <message>
      <source>Why it was closed</source>
      <translation>Warum er erledigt war</translation>
    </message>
    <message>
      <source>Why we hold it</source>
      <translation>Warum wir es vertreten</translation>
    </message>
    <message>
      <source>Without a trace</source>
      <translation>Still geändert</translation>
    </message>
    <message>
      <source>Word 97 document</source>
      <translation>Word-97-Dokument</translation>
    </message>
    <message>
      <source>Word document</source>
      <translation>Word-Dokument</translation>
    </message>
    <message>
      <source>Words</source>
      <translation>Wortlaut</translation>
    </message>
    <message>
      <source>Words agreed</source>
      <translation>Vereinbarter Wortlaut</translation>
    </message>
    <message>
      <source>Words found</source>
      <translation>Gefundener Wortlaut</translation>
    </message>
    <message>
      <source>Words of our comment</source>
      <translation>Wortlaut unseres Kommentars</translation>
    </message>
    <message>
      <source>Words of their comment</source>
      <translation>Wortlaut ihres Kommentars</translation>
    </message>
    <message>
      <source>Words of {0}</source>
      <translation>Wortlaut von {0}</translation>
    </message>
    <message>
      <source>Words read without confidence</source>
      <translation>Unsicher gelesene Wörter</translation>
    </message>
    <message>
      <source>Words returned</source>
      <translation>Zurückgekommener Wortlaut</translation>
    </message>
    <message>
      <source>Words sent</source>
      <translation>Versandter Wortlaut</translation>
    </message>
    <message>
      <source>Words sent: what we asked</source>
      <translation>Versandter Wortlaut: was wir verlangten</translation>
    </message>
    <message>
      <source>Worse</source>
      <translation>Schlechter</translation>
    </message>
    <message>
      <source>Writing</source>
      <translation>Schreiben</translation>
    </message>
    <message>
      <source>Writing the memo</source>
      <translation>Memo schreiben</translation>
    </message>
    <message>
      <source>Writing the review</source>
      <translation>Prüfung schreiben</translation>
    </message>
    <message>
      <source>Your file for this entry has mistakes; what you read is the bundled entry.</source>
      <translation>Ihre Datei zu diesem Eintrag hat Fehler; Sie lesen den mitgelieferten Eintrag.</translation>
    </message>
    <message>
      <source>Your library leaves this entry out.</source>
      <translation>Ihre Bibliothek lässt diesen Eintrag aus.</translation>
    </message>
    <message>
      <source>Your words</source>
      <translation>Ihr Wortlaut</translation>
    </message>
    <message>
      <source>Your words were written for another draft; this is library wording: {0}</source>
      <translation>Ihr Wortlaut wurde zu einem anderen Entwurf geschrieben; dies ist der Wortlaut der Bibliothek: {0}</translation>
    </message>
    <message>
      <source>[added: {0}]</source>
      <translation>[ergänzt: {0}]</translation>
    </message>
    <message>
      <source>[moved away: {0}]</source>
      <translation>[von hier verschoben: {0}]</translation>
    </message>
    <message>
      <source>[moved here: {0}]</source>
      <translation>[hierher verschoben: {0}]</translation>
    </message>
    <message>
      <source>[removed: {0}]</source>
      <translation>[gestrichen: {0}]</translation>
    </message>
    <message>
      <source>[row]</source>
      <translation>[Zeile]</translation>
    </message>
    <message>
      <source>a date</source>
      <translation>ein Datum</translation>
    </message>
    <message>
      <source>a length of time in {0}</source>
      <translation>eine Zeitspanne in {0}</translation>
    </message>
    <message>
      <source>a number</source>
      <translation>eine Zahl</translation>
    </message>
    <message>
      <source>a number from 0 to 100 is due</source>
      <translation>eine Zahl von 0 bis 100 ist nötig</translation>
    </message>
    <message>
      <source>a number or a sum</source>
      <translation>eine Zahl oder ein Betrag</translation>
    </message>
    <message>
      <source>a number such as {0} is due</source>
      <translation>eine Zahl wie {0} ist nötig</translation>
    </message>
    <message>
      <source>a percentage</source>
      <translation>ein Prozentsatz</translation>
    </message>
    <message>
      <source>a sum of money</source>
      <translation>ein Geldbetrag</translation>
    </message>
    <message>
      <source>above the threshold of {0} by {1}</source>
      <translation>über der Schwelle von {0}, um {1}</translation>
    </message>
    <message>
      <source>accepted</source>
      <translation>angenommen</translation>
    </message>
    <message>
      <source>agreed</source>
      <translation>unstreitig</translation>
    </message>
    <message>
      <source>all decided</source>
      <translation>alles entschieden</translation>
    </message>
    <message>
      <source>and</source>
      <translation>und</translation>
    </message>
    <message>
      <source>and 1 more: show it</source>
      <translation>und 1 weitere Stelle: anzeigen</translation>
    </message>
    <message>
      <source>and in 1 more paragraph: show it</source>
      <translation>und in 1 weiteren Absatz: anzeigen</translation>
    </message>
    <message>
      <source>and in {0} more paragraphs</source>
      <translation>und in {0} weiteren Absätzen</translation>
    </message>
    <message>
      <source>and in {0} more paragraphs: show them</source>
      <translation>und in {0} weiteren Absätzen: anzeigen</translation>
    </message>
    <message>
      <source>and {0} more</source>
      <translation>und {0} weitere</translation>
    </message>
    <message>
      <source>and {0} more at risk, listed in the review file</source>
      <translation>und {0} weitere gefährdet, aufgeführt in der Prüfdatei</translation>
    </message>
    <message>
      <source>and {0} more words</source>
      <translation>und {0} weitere Wörter</translation>
    </message>
    <message>
      <source>and {0} more, in the list</source>
      <translation>und {0} weitere, in der Liste</translation>
    </message>
    <message>
      <source>and {0} more, listed in the memo</source>
      <translation>und {0} weitere, aufgeführt im Memo</translation>
    </message>
    <message>
      <source>and {0} more, shown with the technical part</source>
      <translation>und {0} weitere, zu sehen mit dem technischen Teil</translation>
    </message>
    <message>
      <source>and {0} more: show them</source>
      <translation>und {0} weitere Stellen: anzeigen</translation>
    </message>
    <message>
      <source>and {0} more; the panes show them all</source>
      <translation>und {0} weitere; die Bereiche zeigen alle</translation>
    </message>
    <message>
      <source>another document prevails</source>
      <translation>ein anderes Dokument geht vor</translation>
    </message>
    <message>
      <source>as asked</source>
      <translation>wie verlangt</translation>
    </message>
    <message>
      <source>below the threshold of {0} by {1}</source>
      <translation>unter der Schwelle von {0}, um {1}</translation>
    </message>
    <message>
      <source>best</source>
      <translation>am besten</translation>
    </message>
    <message>
      <source>best, tied</source>
      <translation>am besten, geteilt</translation>
    </message>
    <message>
      <source>better than asked</source>
      <translation>besser als verlangt</translation>
    </message>
    <message>
      <source>blanks only</source>
      <translation>nur Leerzeichen</translation>
    </message>
    <message>
      <source>by 1 author</source>
      <translation>von 1 Autor</translation>
    </message>
    <message>
      <source>by {0}</source>
      <translation>von {0}</translation>
    </message>
    <message>
      <source>by {0} authors</source>
      <translation>von {0} Autoren</translation>
    </message>
    <message>
      <source>cannot be used yet</source>
      <translation>noch nicht verwendbar</translation>
    </message>
    <message>
      <source>changed by us</source>
      <translation>von uns geändert</translation>
    </message>
    <message>
      <source>changed in {0} places</source>
      <translation>an {0} Stellen geändert</translation>
    </message>
    <message>
      <source>classifier</source>
      <translation>Klassifikator</translation>
    </message>
    <message>
      <source>clause {0}</source>
      <translation>Klausel {0}</translation>
    </message>
    <message>
      <source>cues</source>
      <translation>Signalwörter</translation>
    </message>
    <message>
      <source>data</source>
      <translation>Daten</translation>
    </message>
    <message>
      <source>data processing agreements</source>
      <translation>Verträge zur Auftragsverarbeitung</translation>
    </message>
    <message>
      <source>date</source>
      <translation>Datum</translation>
    </message>
    <message>
      <source>defined term</source>
      <translation>definierter Begriff</translation>
    </message>
    <message>
      <source>definition</source>
      <translation>Definition</translation>
    </message>
    <message>
      <source>disputed</source>
      <translation>streitig</translation>
    </message>
    <message>
      <source>documents of no known kind</source>
      <translation>Dokumente keiner bekannten Art</translation>
    </message>
    <message>
      <source>duration</source>
      <translation>Dauer</translation>
    </message>
    <message>
      <source>duty</source>
      <translation>Pflicht</translation>
    </message>
    <message>
      <source>fallback</source>
      <translation>Rückfallposition</translation>
    </message>
    <message>
      <source>fit {0}</source>
      <translation>Eignung {0}</translation>
    </message>
    <message>
      <source>for {0}</source>
      <translation>für {0}</translation>
    </message>
    <message>
      <source>from {0}</source>
      <translation>aus {0}</translation>
    </message>
    <message>
      <source>from: {0}</source>
      <translation>ab: {0}</translation>
    </message>
    <message>
      <source>given by another document</source>
      <translation>von anderem Dokument gewährt</translation>
    </message>
    <message>
      <source>heading</source>
      <translation>Überschrift</translation>
    </message>
    <message>
      <source>how long it lasts, in {0}</source>
      <translation>wie lange es dauert, in {0}</translation>
    </message>
    <message>
      <source>how many months of fees</source>
      <translation>wie viele Monatsentgelte</translation>
    </message>
    <message>
      <source>how often a year</source>
      <translation>wie oft im Jahr</translation>
    </message>
    <message>
      <source>in another document too</source>
      <translation>auch in anderem Dokument</translation>
    </message>
    <message>
      <source>in: “{0}”</source>
      <translation>neu: „{0}“</translation>
    </message>
    <message>
      <source>inferred</source>
      <translation>geschlossen</translation>
    </message>
    <message>
      <source>is {0}</source>
      <translation>ist {0}</translation>
    </message>
    <message>
      <source>layers: {0}</source>
      <translation>Ebenen: {0}</translation>
    </message>
    <message>
      <source>lead-in</source>
      <translation>Einleitung</translation>
    </message>
    <message>
      <source>left out</source>
      <translation>ausgelassen</translation>
    </message>
    <message>
      <source>liability</source>
      <translation>Haftung</translation>
    </message>
    <message>
      <source>line {0}: {1}</source>
      <translation>Zeile {0}: {1}</translation>
    </message>
    <message>
      <source>model licences</source>
      <translation>Modelllizenzen</translation>
    </message>
    <message>
      <source>money</source>
      <translation>Geld</translation>
    </message>
    <message>
      <source>moved elsewhere</source>
      <translation>anderswohin verschoben</translation>
    </message>
    <message>
      <source>must, may or must not</source>
      <translation>muss, darf oder darf nicht</translation>
    </message>
    <message>
      <source>new, after {0}</source>
      <translation>neu, nach {0}</translation>
    </message>
    <message>
      <source>new: {0}</source>
      <translation>neu: {0}</translation>
    </message>
    <message>
      <source>no</source>
      <translation>nein</translation>
    </message>
    <message>
      <source>no change of its own</source>
      <translation>keine eigene Änderung</translation>
    </message>
    <message>
      <source>no – {0}</source>
      <translation>nein – {0}</translation>
    </message>
    <message>
      <source>nobody named</source>
      <translation>niemand benannt</translation>
    </message>
    <message>
      <source>none</source>
      <translation>keine</translation>
    </message>
    <message>
      <source>not answered</source>
      <translation>nicht beantwortet</translation>
    </message>
    <message>
      <source>not in the document</source>
      <translation>nicht im Dokument</translation>
    </message>
    <message>
      <source>not set</source>
      <translation>nicht gesetzt</translation>
    </message>
    <message>
      <source>not stated</source>
      <translation>nicht angegeben</translation>
    </message>
    <message>
      <source>nothing</source>
      <translation>nichts</translation>
    </message>
    <message>
      <source>nothing in this version</source>
      <translation>nichts in dieser Fassung</translation>
    </message>
    <message>
      <source>now:</source>
      <translation>jetzt:</translation>
    </message>
    <message>
      <source>number</source>
      <translation>Zahl</translation>
    </message>
    <message>
      <source>of these,
employees</source>
      <translation>davon
Personal</translation>
    </message>
    <message>
      <source>of these, of
the product</source>
      <translation>davon beim
Produkt</translation>
    </message>
    <message>
      <source>old: {0}</source>
      <translation>alt: {0}</translation>
    </message>
    <message>
      <source>one of {0}</source>
      <translation>eines von {0}</translation>
    </message>
    <message>
      <source>one of {0} is due</source>
      <translation>eines von {0} ist nötig</translation>
    </message>
    <message>
      <source>open</source>
      <translation>offen</translation>
    </message>
    <message>
      <source>order forms</source>
      <translation>Bestellformulare</translation>
    </message>
    <message>
      <source>our profile: {0}</source>
      <translation>unser Profil: {0}</translation>
    </message>
    <message>
      <source>ours</source>
      <translation>unsere</translation>
    </message>
    <message>
      <source>out: “{0}”</source>
      <translation>weg: „{0}“</translation>
    </message>
    <message>
      <source>own words</source>
      <translation>eigener Wortlaut</translation>
    </message>
    <message>
      <source>p. {0}</source>
      <translation>S. {0}</translation>
    </message>
    <message>
      <source>paragraph {0}</source>
      <translation>Absatz {0}</translation>
    </message>
    <message>
      <source>paragraphs split or joined</source>
      <translation>Absätze geteilt oder zusammengeführt</translation>
    </message>
    <message>
      <source>party</source>
      <translation>Partei</translation>
    </message>
    <message>
      <source>position</source>
      <translation>Stellung</translation>
    </message>
    <message>
      <source>position {0}</source>
      <translation>Position {0}</translation>
    </message>
    <message>
      <source>prevails over another document</source>
      <translation>geht anderem Dokument vor</translation>
    </message>
    <message>
      <source>put out of sight</source>
      <translation>verborgen</translation>
    </message>
    <message>
      <source>recognised by “{0}”; words from: {1}</source>
      <translation>erkannt an „{0}“; Wortlaut aus: {1}</translation>
    </message>
    <message>
      <source>reference</source>
      <translation>Verweis</translation>
    </message>
    <message>
      <source>repeats: {0}</source>
      <translation>wiederholt sich: {0}</translation>
    </message>
    <message>
      <source>resolved</source>
      <translation>erledigt</translation>
    </message>
    <message>
      <source>rights</source>
      <translation>Rechte</translation>
    </message>
    <message>
      <source>risk accepted</source>
      <translation>Risiko angenommen</translation>
    </message>
    <message>
      <source>service levels</source>
      <translation>Service-Levels</translation>
    </message>
    <message>
      <source>shown by a field, which Word computes</source>
      <translation>von einem Feld gezeigt, das Word berechnet</translation>
    </message>
    <message>
      <source>skipped</source>
      <translation>übersprungen</translation>
    </message>
    <message>
      <source>superseded</source>
      <translation>überholt</translation>
    </message>
    <message>
      <source>termination</source>
      <translation>Beendigung</translation>
    </message>
    <message>
      <source>terms of service</source>
      <translation>Nutzungsbedingungen</translation>
    </message>
    <message>
      <source>the beginning</source>
      <translation>der Anfang</translation>
    </message>
    <message>
      <source>the clause</source>
      <translation>die Klausel</translation>
    </message>
    <message>
      <source>the name that follows</source>
      <translation>der Name, der folgt</translation>
    </message>
    <message>
      <source>the quoted words that follow</source>
      <translation>die Wörter in Anführungszeichen, die folgen</translation>
    </message>
    <message>
      <source>the text is silent</source>
      <translation>der Text schweigt</translation>
    </message>
    <message>
      <source>the time of a notice in {0}</source>
      <translation>die Dauer einer Frist in {0}</translation>
    </message>
    <message>
      <source>the time within which to act, in {0}</source>
      <translation>die Zeit zum Handeln, in {0}</translation>
    </message>
    <message>
      <source>the words of a condition</source>
      <translation>die Wörter einer Bedingung</translation>
    </message>
    <message>
      <source>the words of an exception</source>
      <translation>die Wörter einer Ausnahme</translation>
    </message>
    <message>
      <source>their open change made part of the text</source>
      <translation>ihre offene Änderung in den Text übernommen</translation>
    </message>
    <message>
      <source>tied</source>
      <translation>geteilt</translation>
    </message>
    <message>
      <source>to be read</source>
      <translation>selbst lesen</translation>
    </message>
    <message>
      <source>to whom it is done</source>
      <translation>wem gegenüber es geschieht</translation>
    </message>
    <message>
      <source>undecided</source>
      <translation>offen</translation>
    </message>
    <message>
      <source>use policies</source>
      <translation>Nutzungsrichtlinien</translation>
    </message>
    <message>
      <source>was:</source>
      <translation>war:</translation>
    </message>
    <message>
      <source>was: {0}</source>
      <translation>war: {0}</translation>
    </message>
    <message>
      <source>whatever no position above takes</source>
      <translation>was keine Position darüber erfasst</translation>
    </message>
    <message>
      <source>where {0}</source>
      <translation>wo {0}</translation>
    </message>
    <message>
      <source>who does it: customer, vendor or both</source>
      <translation>wer es tut: Kunde, Anbieter oder beide</translation>
    </message>
    <message>
      <source>word for word</source>
      <translation>Wort für Wort</translation>
    </message>
    <message>
      <source>words added</source>
      <translation>Wörter ergänzt</translation>
    </message>
    <message>
      <source>words are due</source>
      <translation>Wörter sind nötig</translation>
    </message>
    <message>
      <source>words changed</source>
      <translation>Wörter geändert</translation>
    </message>
    <message>
      <source>words taken out</source>
      <translation>Wörter gestrichen</translation>
    </message>
    <message>
      <source>worse than asked</source>
      <translation>schlechter als verlangt</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>ja</translation>
    </message>
    <message>
      <source>yes or no</source>
      <translation>ja oder nein</translation>
    </message>
    <message>
      <source>yes – {0}</source>
      <translation>ja – {0}</translation>
    </message>
    <message>
      <source>{0} % of the clause</source>
      <translation>{0} % der Klausel</translation>
    </message>
    <message>
      <source>{0} (silent)</source>
      <translation>{0} (Text schweigt)</translation>
    </message>
    <message>
      <source>{0} Line {1}: {2}</source>
      <translation>{0} Zeile {1}: {2}</translation>
    </message>
    <message>
      <source>{0} added</source>
      <translation>{0} ergänzt</translation>
    </message>
    <message>
      <source>{0} and {1}</source>
      <translation>{0} und {1}</translation>
    </message>
    <message>
      <source>{0} answers to be written</source>
      <translation>{0} Antworten zu schreiben</translation>
    </message>
    <message>
      <source>{0} asks of ours</source>
      <translation>{0} Forderungen von uns</translation>
    </message>
    <message>
      <source>{0} asks of theirs</source>
      <translation>{0} Forderungen der Gegenseite</translation>
    </message>
    <message>
      <source>{0} better</source>
      <translation>{0} besser</translation>
    </message>
    <message>
      <source>{0} cannot be used yet: it has mistakes, or is a draft. Open it under Edit.</source>
      <translation>{0} ist noch nicht verwendbar: hat Fehler oder ist ein Entwurf. Öffnen Sie den Eintrag unter „Bearbeiten“.</translation>
    </message>
    <message>
      <source>{0} changed</source>
      <translation>{0} geändert</translation>
    </message>
    <message>
      <source>{0} changes</source>
      <translation>{0} Änderungen</translation>
    </message>
    <message>
      <source>{0} changes touch planned uses.</source>
      <translation>{0} Änderungen berühren geplante Nutzungen.</translation>
    </message>
    <message>
      <source>{0} closed points opened again</source>
      <translation>{0} erledigte Punkte wieder aufgemacht</translation>
    </message>
    <message>
      <source>{0} deletions</source>
      <translation>{0} Streichungen</translation>
    </message>
    <message>
      <source>{0} documents</source>
      <translation>{0} Dokumente</translation>
    </message>
    <message>
      <source>{0} edits without a trace</source>
      <translation>{0} stille Änderungen</translation>
    </message>
    <message>
      <source>{0} findings change: {1}</source>
      <translation>{0} Befunde ändern sich: {1}</translation>
    </message>
    <message>
      <source>{0} in line {1}: {2}</source>
      <translation>{0} in Zeile {1}: {2}</translation>
    </message>
    <message>
      <source>{0} in own words</source>
      <translation>{0} in eigenem Wortlaut</translation>
    </message>
    <message>
      <source>{0} insertions</source>
      <translation>{0} Einfügungen</translation>
    </message>
    <message>
      <source>{0} is no longer there.</source>
      <translation>{0} ist nicht mehr dort.</translation>
    </message>
    <message>
      <source>{0} must be at least {1}</source>
      <translation>{0} muss mindestens {1} sein</translation>
    </message>
    <message>
      <source>{0} must be at most {1}</source>
      <translation>{0} darf höchstens {1} sein</translation>
    </message>
    <message>
      <source>{0} must be more than {1} % above {2}</source>
      <translation>{0} muss mehr als {1} % über {2} liegen</translation>
    </message>
    <message>
      <source>{0} must be one of {1}</source>
      <translation>{0} muss eines sein von {1}</translation>
    </message>
    <message>
      <source>{0} must be stated</source>
      <translation>{0} muss angegeben sein</translation>
    </message>
    <message>
      <source>{0} must be {1}</source>
      <translation>{0} muss {1} sein</translation>
    </message>
    <message>
      <source>{0} must name one of {1}</source>
      <translation>{0} muss eines nennen von {1}</translation>
    </message>
    <message>
      <source>{0} must not be stated</source>
      <translation>{0} darf nicht angegeben sein</translation>
    </message>
    <message>
      <source>{0} must not be {1}</source>
      <translation>{0} darf nicht {1} sein</translation>
    </message>
    <message>
      <source>{0} of the old version</source>
      <translation>{0} der alten Fassung</translation>
    </message>
    <message>
      <source>{0} of {1} changes</source>
      <translation>{0} von {1} Änderungen</translation>
    </message>
    <message>
      <source>{0} of {1} decided</source>
      <translation>{0} von {1} entschieden</translation>
    </message>
    <message>
      <source>{0} other changes</source>
      <translation>{0} andere Änderungen</translation>
    </message>
    <message>
      <source>{0} other layers speak</source>
      <translation>{0} andere Ebenen sagen etwas dazu</translation>
    </message>
    <message>
      <source>{0} pages</source>
      <translation>{0} Seiten</translation>
    </message>
    <message>
      <source>{0} points against it</source>
      <translation>{0} Punkte dagegen</translation>
    </message>
    <message>
      <source>{0} questions</source>
      <translation>{0} Fragen</translation>
    </message>
    <message>
      <source>{0} statements</source>
      <translation>{0} Aussagen</translation>
    </message>
    <message>
      <source>{0} to decide</source>
      <translation>{0} offen</translation>
    </message>
    <message>
      <source>{0} was reviewed before, but here it begins another matter. {1}</source>
      <translation>{0} wurde schon geprüft, beginnt hier aber einen anderen Vorgang. {1}</translation>
    </message>
    <message>
      <source>{0} where we would walk away or it is missing; one step less on a fallback.</source>
      <translation>{0}, wo es ein No-Go ist oder fehlt; eine Stufe weniger bei einer Rückfallposition.</translation>
    </message>
    <message>
      <source>{0} where {1}.</source>
      <translation>{0}, wo {1}.</translation>
    </message>
    <message>
      <source>{0} words</source>
      <translation>{0} Wörter</translation>
    </message>
    <message>
      <source>{0} words added</source>
      <translation>{0} Wörter ergänzt</translation>
    </message>
    <message>
      <source>{0} words struck</source>
      <translation>{0} Wörter gestrichen</translation>
    </message>
    <message>
      <source>{0} worse</source>
      <translation>{0} schlechter</translation>
    </message>
    <message>
      <source>{0}, due</source>
      <translation>{0}, fällig</translation>
    </message>
    <message>
      <source>{0}, for it is not known</source>
      <translation>{0}, weil nicht bekannt</translation>
    </message>
    <message>
      <source>{0}, in our name</source>
      <translation>{0}, in unserem Namen</translation>
    </message>
    <message>
      <source>{0}, library</source>
      <translation>{0}, Bibliothek</translation>
    </message>
    <message>
      <source>{0}, library {1}</source>
      <translation>{0}, Bibliothek {1}</translation>
    </message>
    <message>
      <source>{0}, overdue</source>
      <translation>{0}, überfällig</translation>
    </message>
    <message>
      <source>{0}, own words</source>
      <translation>{0}, eigener Wortlaut</translation>
    </message>
    <message>
      <source>{0}, shared</source>
      <translation>{0}, geteilt</translation>
    </message>
    <message>
      <source>{0}, {1} % of the votes: control</source>
      <translation>{0}, {1} % der Stimmen: Beherrschung</translation>
    </message>
    <message>
      <source>{0}, {1} % of the votes: no control</source>
      <translation>{0}, {1} % der Stimmen: keine Beherrschung</translation>
    </message>
    <message>
      <source>{0}: not added, for the matter was closed meanwhile; add it again</source>
      <translation>{0}: nicht hinzugefügt, denn der Vorgang wurde inzwischen geschlossen; fügen Sie es erneut hinzu</translation>
    </message>
    <message>
      <source>{0}: the matter holds this document already, as {1}; nothing was added</source>
      <translation>{0}: der Vorgang enthält dieses Dokument schon, als {1}; nichts wurde hinzugefügt</translation>
    </message>
    <message>
      <source>{0}: to be looked at again today</source>
      <translation>{0}: heute wieder anzusehen</translation>
    </message>
    <message>
      <source>{0}: was to be looked at again on {1}</source>
      <translation>{0}: war am {1} wieder anzusehen</translation>
    </message>
    <message>
      <source>{0}: {1}, not “{2}”</source>
      <translation>{0}: {1}, nicht „{2}“</translation>
    </message>
    <message>
      <source>{0}; the next: {1}</source>
      <translation>{0}; die nächste: {1}</translation>
    </message>
    <message>
      <source>“{0}” is called “{1}” throughout; that alone is no change.</source>
      <translation>„{0}“ heißt durchgehend „{1}“; das allein ist keine Änderung.</translation>
    </message>
    <message>
      <source>▲ Exception</source>
      <translation>▲ Ausnahme</translation>
    </message>
    <message>
      <source>▸ asked for</source>
      <translation>▸ verlangt</translation>
    </message>
    <message>
      <source>◀ here now</source>
      <translation>◀ steht hier</translation>
    </message>
  </context>
</TS>
