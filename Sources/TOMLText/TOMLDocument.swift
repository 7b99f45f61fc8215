package import JSONText

/// Reads TOML 1.0.0.
///
/// What JSON has no value for (dates, times, the two infinities and what is no number) becomes `null`, which TOML does not
/// have. Whatever the text is, reading ends, by a value or by a ``TOMLFault``, at a cost that grows with its length.
/// Source: <https://toml.io/en/v1.0.0>.
package enum TOMLDocument {
    /// The root table of a text in UTF-8.
    ///
    /// - Throws: ``TOMLFault`` with the first place that is not TOML.
    package static func parse(_ bytes: [UInt8]) throws(TOMLFault) -> JSONObject {
        var parser = TOMLParser(bytes)
        try parser.document()
        return parser.tree.object(of: 0)
    }
}
