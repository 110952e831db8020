"""The tables of the diary, the engine that opens them, and the SQL of each noun in a module of its own."""
