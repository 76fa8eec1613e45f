// Facts say where their ids and levels lie: whoever works with them gets the types of that memory with them.
@_exported import RequiteMemory
