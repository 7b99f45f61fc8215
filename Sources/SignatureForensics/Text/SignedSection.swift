/// A part of a canonical request or of a string to sign.
public enum SignedSection: Sendable, Hashable {
    /// The first line of a canonical request.
    case method
    /// The second line of a canonical request.
    case path
    /// The third line of a canonical request.
    case query
    /// The line of the header with this name, in lower case.
    case header(String)
    /// The order of the header lines.
    case headerOrder
    /// The list of signed headers.
    case signedHeaders
    /// The last line of a canonical request.
    case payloadHash
    /// The first line of a string to sign.
    case algorithm
    /// The time in a string to sign.
    case date
    /// The credential scope in a string to sign.
    case scope
    /// The last line of a string to sign.
    case canonicalRequestHash
    /// The text as a whole: one side does not have the shape of a canonical request or string to sign.
    case shape
}

extension SignedSection: CustomStringConvertible {
    /// The section in words.
    public var description: String {
        switch self {
        case .method: "method"
        case .path: "path"
        case .query: "query"
        case .header(let name): "header \(name)"
        case .headerOrder: "order of the headers"
        case .signedHeaders: "signed headers"
        case .payloadHash: "payload hash"
        case .algorithm: "algorithm"
        case .date: "date"
        case .scope: "credential scope"
        case .canonicalRequestHash: "hash of the canonical request"
        case .shape: "shape"
        }
    }
}
