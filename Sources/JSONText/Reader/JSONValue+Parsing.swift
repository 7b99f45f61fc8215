extension JSONValue {
    /// The value of a JSON text in UTF-8, read strictly by RFC 8259.
    ///
    /// Refused beyond what the grammar forbids: repeated member names, a byte order mark, and escaped halves of a surrogate
    /// pair, since none of them could be kept or compared without loss.
    ///
    /// - Throws: `JSONError` with the place, what was expected and what was found.
    public init(
        parsing source: borrowing Span<UInt8>, options: JSONReaderOptions = .default
    ) throws(JSONError) {
        var reader = JSONReader(options: options)
        do throws(ReaderFailure) {
            self = try reader.readDocument(source)
        } catch {
            throw error.error(in: source)
        }
    }

    /// The value of a JSON text in UTF-8, read strictly by RFC 8259.
    ///
    /// - Throws: `JSONError` with the place, what was expected and what was found.
    public init(parsing source: [UInt8], options: JSONReaderOptions = .default) throws(JSONError) {
        try self.init(parsing: source.span, options: options)
    }

    /// The value of a JSON text, read strictly by RFC 8259.
    ///
    /// - Throws: `JSONError` with the place, what was expected and what was found.
    public init(parsing source: String, options: JSONReaderOptions = .default) throws(JSONError) {
        try self.init(parsing: source.utf8.span, options: options)
    }
}
