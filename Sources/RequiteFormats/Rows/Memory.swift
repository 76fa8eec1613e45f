// Fields are bytes that lie in a reader's memory: whoever reads rows gets their type with them.
@_exported import RequiteMemory
