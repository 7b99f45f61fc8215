import JSONText

/// The answer of a model that the account may use: fixed text, cut to the tokens that were asked for.
struct AuthoredAnswer: Sendable {
    /// The words of the answer, each but the first with the space before it.
    private static let words: [String] = {
        let text =
            "This answer was written in advance: a simulated account gave it, and no model was asked. "
            + "The caller's identity was proven, and the account may use this model in this region."
        return text.split(separator: " ").enumerated().map { $0.offset == 0 ? String($0.element) : " \($0.element)" }
    }()

    /// The text in the pieces in which a stream would bring it; one piece counts as one token.
    let pieces: [String]
    let stopReason: String
    let promptTokens: Int

    init(promptTokens: Int, maxTokens: Int?) {
        self.promptTokens = promptTokens
        if let maxTokens, maxTokens < Self.words.count {
            pieces = Array(Self.words.prefix(maxTokens))
            stopReason = "max_tokens"
        } else {
            pieces = Self.words
            stopReason = "end_turn"
        }
    }

    var text: String { pieces.joined() }

    var outputTokens: Int { pieces.count }

    var usage: JSONValue {
        .object([
            "inputTokens": .number(JSONNumber(promptTokens)),
            "outputTokens": .number(JSONNumber(outputTokens)),
            "totalTokens": .number(JSONNumber(promptTokens + outputTokens)),
        ])
    }

    /// What a model of this speed would have needed; the server itself is faster.
    var metrics: JSONValue {
        .object(["latencyMs": .number(JSONNumber(180 + 9 * outputTokens))])
    }

    /// The text of ``body``, put together from parts: a server writes it for each request.
    var bodyBytes: [UInt8] {
        let beginning = Self.beginnings[outputTokens]
        var bytes: [UInt8] = []
        bytes.reserveCapacity(beginning.count + 96)
        bytes += beginning
        bytes += #","usage":{"inputTokens":"#.utf8
        bytes += String(promptTokens).utf8
        bytes += #","outputTokens":"#.utf8
        bytes += String(outputTokens).utf8
        bytes += #","totalTokens":"#.utf8
        bytes += String(promptTokens + outputTokens).utf8
        bytes += "}}".utf8
        return bytes
    }

    /// What stands before the usage in the answers of each length.
    private static let beginnings: [[UInt8]] = (0...words.count).map { count in
        guard var object = AuthoredAnswer(promptTokens: 0, maxTokens: count).body.objectValue else { return [] }
        object.removeValue(forName: "usage")
        return JSONValue.object(object).bytes(.compact).dropLast()
    }

    /// The body of a Converse response, its members in the order in which the service writes them.
    var body: JSONValue {
        .object([
            "metrics": metrics,
            "output": .object([
                "message": .object([
                    "content": .array([.object(["text": .string(text)])]),
                    "role": .string("assistant"),
                ])
            ]),
            "stopReason": .string(stopReason),
            "usage": usage,
        ])
    }
}
