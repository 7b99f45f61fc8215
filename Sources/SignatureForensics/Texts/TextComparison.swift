import SigV4

/// Finds mistakes by comparing texts: what the client signed, what the wire gives, what the server expected.
struct TextComparison {
    private let right: SignerModel
    private let mistakes: [Mistake]
    private let forensicCase: ForensicCase

    init(_ right: SignerModel, _ mistakes: [Mistake], _ forensicCase: ForensicCase) {
        self.right = right
        self.mistakes = mistakes
        self.forensicCase = forensicCase
    }

    /// The findings; empty if the texts agree, nil if there are none to compare.
    func findings() -> [CauseFinding]? {
        nil
    }
}

extension ClaimedSignature {
    init?(_ texts: SignedTexts) { nil }
}

extension Examination {
    static func request(_ server: SignedTexts) -> SignableRequest? { nil }
}
