/// What a message says besides its cause.
package struct ErrorDetails: Sendable, Hashable {
    /// Who was denied what, if IAM denied it.
    package var denial: AccessDenial?

    /// Over which regions the denied call went.
    package var route: AccessDenial.Route?

    /// The times in a refusal of the clock.
    package var times: SignatureTimes?

    /// The model id in the message, or the one that was asked for; geographic prefix included.
    package var modelID: String?

    /// The profile to use instead, when the message or the catalog names one.
    package var profile: String?

    /// The quota that was hit, in the words of Service Quotas.
    package var quota: String?

    /// The region in the message: the one signed for, or of the host.
    package var region: String?

    /// The region that the signature names, when it was refused for that.
    package var signedRegion: String?

    /// Scheme, host and port of the first URL in the message: the endpoint that was asked.
    package var origin: String?

    /// Whose address the text names, if it is one that hands out credentials.
    package var metadata: MetadataAddress?

    /// The members of the request that were refused.
    package var refusals: [MemberRefusal] = []

    /// The region of the ARN that was called.
    package var arnRegion: String?

    /// How the text was cut before it came here; `nil` when nothing says that it was.
    package var cut: CutText?

    /// Whether a name in the text may be incomplete, so that it is not shown.
    package var hasPieces = false

    /// Whether the service echoed the canonical request it expected.
    package var canonicalEcho: CanonicalEcho

    package enum CanonicalEcho: Sendable, Hashable {
        case absent
        case present
    }

    /// The path in the echo, which shows how the path arrived: `%3A` for a raw colon, `%253A` for an encoded one, and
    /// `%25253A` for one that was encoded twice on the wire.
    package var echoedPath: String?
}

extension ErrorDetails {
    /// What is known of a message that names nothing: the model that was asked for, and where.
    package init(modelID: String, origin: String?) {
        self.init(modelID: modelID, origin: origin, canonicalEcho: .absent)
    }
}
