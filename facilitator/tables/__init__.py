"""Tables as people send them: CSV in any common encoding, XLSX; read into plain text cells, and written safely."""
