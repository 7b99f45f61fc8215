public import SigV4

/// What one side holds to be signed: a canonical request and a string to sign.
///
/// The raw texts hold the session token if it was signed; the default print masks it.
public struct SignedTexts: Sendable, Hashable {
    /// The canonical request.
    public let canonicalRequest: CanonicalRequest
    /// The string to sign; nil where only the canonical request is known.
    public let stringToSign: StringToSign?

    /// Takes texts from wherever they come.
    public init(canonicalRequest: CanonicalRequest, stringToSign: StringToSign?) {
        self.canonicalRequest = canonicalRequest
        self.stringToSign = stringToSign
    }

    /// Takes the stages of a signature.
    public init(_ stages: SigningStages) {
        self.init(canonicalRequest: stages.canonicalRequest, stringToSign: stages.stringToSign)
    }

    /// The first place where this side differs from another; nil if everything that both sides know is the same.
    ///
    /// Of the string to sign only algorithm, date and scope are looked at after the canonical requests were found equal:
    /// its hash follows from them.
    public func difference(from other: SignedTexts) -> SectionDifference? {
        if let difference = SectionDifference.between(
            canonicalRequest: canonicalRequest.bytes, and: other.canonicalRequest.bytes)
        {
            return difference
        }
        guard let mine = stringToSign, let theirs = other.stringToSign else { return nil }
        return SectionDifference.between(stringToSign: mine.bytes, and: theirs.bytes)
    }
}
