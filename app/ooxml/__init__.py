"""WordprocessingML: packages, runs, revisions, comments, numbering; nothing about contracts."""
