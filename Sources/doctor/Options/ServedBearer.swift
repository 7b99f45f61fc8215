import MockBedrock
import Report
import SigV4
import WireText

/// A Bedrock API key that the server accepts, with where it came from.
struct ServedBearer: Sendable {
    /// Whether the client under test is to use it.
    enum Use: Sendable {
        /// It was asked for: the command after `--` gets it.
        case given
        /// It stands in the environment, and is accepted from whoever sends it.
        case accepted
    }

    var text: String
    var origin: String
    var use: Use
    /// Whether it was made for this run, and may be shown.
    var isGenerated = false

    /// Takes a key that was given.
    ///
    /// - Throws: ``InputProblem`` for what no service would take as a key; no value stands in it.
    init(_ text: String, origin: String, use: Use) throws(InputProblem) {
        let key = BedrockAPIKey(text)
        guard key.hasKnownBeginning, key.fitsHeader else {
            throw InputProblem(
                file: origin,
                message: "expected a Bedrock API key, which begins with \(LongTermAPIKey.prefix) or "
                    + "\(ShortTermAPIKey.prefix) and has no blanks, found something else")
        }
        self.text = text
        self.origin = origin
        self.use = use
    }

    private init(generated text: String) {
        self.text = text
        origin = "this run"
        use = .given
        isGenerated = true
    }

    /// A long-term key that nobody else can know: made for one run, and worth nothing elsewhere.
    static func generated() -> ServedBearer {
        var generator = SystemRandomNumberGenerator()
        let secret = (0..<33).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        let content = "BedrockAPIKey-doctor-at-123456789012:" + Base64.text(secret)
        return ServedBearer(generated: LongTermAPIKey.prefix + Base64.text(Array(content.utf8)))
    }

    var mock: MockBearerKey { MockBearerKey(BedrockAPIKey(text)) }

    /// The key in words that give nothing away.
    var words: String {
        isGenerated ? "an API key made for this run" : "the API key \(MaskedSecret.masked(text)) of \(origin)"
    }
}
