"""What the command line says, in English and German, a table for a group of commands."""
