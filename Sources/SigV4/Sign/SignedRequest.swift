/// The result of signing: what to send, and how the signature came about.
public struct SignedRequest: Sendable {
    /// Every intermediate of the signature.
    public let stages: SigningStages
    /// The whole list of header fields to send: those of the request, then those that signing added.
    ///
    /// Fields that signing replaces (an earlier `Authorization` or `X-Amz-Date`) are left out.
    public let headers: [HeaderField]
    /// How many fields at the end of ``headers`` were added by signing.
    let addedCount: Int
    /// The target to send: that of the request, with the signature's parameters appended in the query form.
    public let target: [UInt8]

    /// The fields that signing added; none in the query form.
    public var addedHeaders: [HeaderField] { Array(headers.suffix(addedCount)) }
}

extension SignedRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The target and the headers, credentials masked.
    public var description: String {
        ([Redaction.redacted(target: target)] + headers.map(\.description)).joined(separator: "\n")
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// A mirror that shows no more than ``description`` and the redacted stages.
    public var customMirror: Mirror {
        Mirror(self, children: ["request": description, "stages": stages], displayStyle: .struct)
    }
}
