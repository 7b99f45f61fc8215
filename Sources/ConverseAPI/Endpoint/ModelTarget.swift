import WireText

/// How a model id stands in a path.
public enum ModelIDForm: Sendable, Hashable {
    /// Colons as they are, as PRX sends them; the canonical path then has `%3A`.
    case rawColon
    /// Colons as `%3A`, as AWS's SDKs send them; the canonical path then has `%253A`.
    case percentEncoded
}

/// An operation of the runtime on one model.
public enum ModelOperation: String, Sendable, Hashable {
    /// Answers in one piece.
    case converse
    /// Answers in a stream of events.
    case converseStream = "converse-stream"
    /// Counts the tokens of a request and runs nothing.
    case countTokens = "count-tokens"
}

/// The path of a request on one model.
public enum ModelTarget {
    /// The path `/model/ID/OPERATION`, without the endpoint's prefix.
    ///
    /// The id is one segment, whatever it holds: every byte of its UTF-8 but letters, digits, `-`, `.`, `_`, `~` is
    /// encoded, a slash in an ARN too; a colon by the form.
    public static func path(modelID: String, operation: ModelOperation, form: ModelIDForm = .rawColon) -> String {
        "/model/\(segment(modelID, form))/\(operation.rawValue)"
    }

    /// The id as one segment of a path.
    package static func segment(_ modelID: String, _ form: ModelIDForm) -> String {
        let bytes = PercentCoding.encode(modelID.utf8.span, keeping: form == .rawColon ? UInt8(ascii: ":") : nil)
        return String(decoding: bytes, as: UTF8.self)
    }
}
