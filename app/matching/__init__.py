"""Document and ClauseLibrary to Matches, with facts and evidence."""
