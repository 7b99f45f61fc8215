import JSONText

/// A believable number of prompt tokens, without any model's tokenizer.
///
/// English text has about four bytes to a token; images, documents and other blobs count as a fixed number each.
enum TokenEstimate {
    private static let bytesPerToken = 4
    private static let tokensPerMessage = 4
    private static let tokensPerBlob = 1_200

    /// Estimates the tokens of the parts of a Converse request that a model would read.
    static func promptTokens(of request: JSONObject) -> Int {
        var tokens = 0
        for name in ["system", "messages", "toolConfig"] {
            guard let part = request[name] else { continue }
            tokens += self.tokens(in: part)
            if name == "messages" { tokens += (part.arrayValue?.count ?? 0) * tokensPerMessage }
        }
        return max(tokens, 1)
    }

    private static func tokens(in value: JSONValue) -> Int {
        switch value {
        case .string(let text): (text.utf8.count + bytesPerToken - 1) / bytesPerToken
        case .array(let elements): elements.reduce(0) { $0 + tokens(in: $1) }
        case .object(let members):
            members.reduce(0) { sum, member in
                switch member.name {
                case "bytes", "s3Location": sum + tokensPerBlob
                // Names of roles, formats and ids are not part of what a model reads.
                case "role", "format", "type", "status", "toolUseId", "cachePoint": sum
                default: sum + tokens(in: member.value)
                }
            }
        case .null, .bool, .number: 1
        }
    }
}
