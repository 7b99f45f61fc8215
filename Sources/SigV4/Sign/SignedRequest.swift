public import WireText

/// The result of signing: what to send, and how the signature came about.
public struct SignedRequest: Sendable {
    /// Every intermediate of the signature.
    public let stages: SigningStages
    /// The places among the request's fields of those that signing replaces.
    let replaced: [Int]
    /// The target of a presigned request; nil if it is the request's own.
    let presignedTarget: [UInt8]?

    /// The target to send: that of the request, with the signature's parameters appended in the query form.
    public var target: [UInt8] { presignedTarget ?? stages.plan.target }

    /// The fields that signing added; none in the query form.
    public var addedHeaders: [HeaderField] { stages.plan.fields.added }

    /// The whole list of header fields to send: those of the request, then those that signing added.
    ///
    /// Fields that signing replaces (an earlier `Authorization` or `X-Amz-Date`) are left out.
    public var headers: [HeaderField] {
        let fields = stages.plan.fields
        guard !replaced.isEmpty else { return fields.base + fields.added }
        let gone = Set(replaced)
        return fields.base.indices.filter { !gone.contains($0) }.map { fields.base[$0] } + fields.added
    }
}

extension SignedRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The target and the headers, credentials masked.
    public var description: String {
        ([Redaction.redacted(target: target)] + headers.map(\.description)).joined(separator: "\n")
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// A mirror that shows only ``description`` and the redacted stages.
    public var customMirror: Mirror {
        Mirror(self, children: ["request": description, "stages": stages], displayStyle: .struct)
    }
}
