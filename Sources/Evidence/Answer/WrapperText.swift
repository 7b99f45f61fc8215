import JSONText
import WireText

/// What an SDK, a command or a gateway wrote around the service's sentence.
///
/// It is read by structure: a status is a number of 400 to 599 beside the word for it, a type is a name with an error's
/// ending, an operation is what a wrapper says it called. So a wrapper never seen before is read as well.
package struct WrapperText: Sendable {
    var status: Int?
    var type: String?
    var operation: String?
    var requestID: String?
    var message: String

    init(_ raw: String) {
        let text = EscapedText.plain(raw)
        let tokens = Self.tokens(of: text)
        status = Self.status(in: tokens, text: text)
        type = Self.type(in: tokens) ?? Self.botocoreType(in: text)
        operation = Self.operation(in: tokens)
        requestID = Self.requestID(in: tokens)
        message = Self.message(in: text, type: type)
    }

    /// A word with what follows it directly, so that `StatusCode: 403` and `403 Forbidden` stand out from other numbers.
    private struct Token {
        let text: Substring
        var lower: String { text.lowercased() }
    }

    private static func tokens(of text: String) -> [Token] {
        text.prefix(16_384).split { character in
            !(character.isLetter || character.isNumber || "-_./#".contains(character))
        }.prefix(4_000).map { Token(text: $0.trimmed(of: "./-#")) }.filter { !$0.text.isEmpty }
    }

    // MARK: Status

    private static let beforeStatus: Set<String> = [
        "status", "statuscode", "status_code", "code", "httpstatuscode", "http_status", "httpstatus", "http",
        "http/1.1",
        "http/1.0", "http/2", "http/2.0", "http/3", "error", "responsestatuscode", "occurred",
    ]

    private static let reasons: [Int: [String]] = [
        400: ["bad"], 401: ["unauthorized"], 403: ["forbidden"], 404: ["not", "page"], 405: ["method"], 407: ["proxy"],
        408: ["request"], 413: ["request", "payload", "content"], 424: ["failed"],
        429: ["too"], 500: ["internal"], 502: ["bad"], 503: ["service"], 504: ["gateway"],
    ]

    private static func status(in tokens: [Token], text: String) -> Int? {
        for (index, token) in tokens.enumerated() {
            guard token.text.utf8.count == 3, let number = Int(token.text), (400...599).contains(number) else {
                continue
            }
            if index == 0 { return number }
            if number == 404, isTold(tokens[..<index]) { return number }
            let before = tokens[index - 1].lower
            if beforeStatus.contains(before) || before.hasSuffix("error") { return number }
            if index + 1 < tokens.count, reasons[number]?.contains(tokens[index + 1].lower) == true { return number }
            // requests, by raise_for_status: `424 Client Error: Failed Dependency for url: ...`.
            if index + 2 < tokens.count, ["client", "server"].contains(tokens[index + 1].lower),
                tokens[index + 2].lower == "error"
            {
                return number
            }
        }
        return nil
    }

    /// Whether a reporter tells of a status: `I am getting a 404`, `the proxy results in a 404`, `which returned 404`.
    private static func isTold(_ before: ArraySlice<Token>) -> Bool {
        let last = before.suffix(4).map(\.lower)
        guard let verb = last.lastIndex(where: { !["a", "an", "the", "in", "with", "only", "back"].contains($0) })
        else {
            return false
        }
        return last[verb].hasPrefix("get") || last[verb].hasPrefix("return") || last[verb].hasPrefix("result")
            || [
                "got", "gives", "gave", "receive", "receives", "received", "receiving", "throws", "threw", "fails",
                "failed", "failing", "responds", "responded", "answers", "answered", "see", "seeing",
            ].contains(last[verb])
    }

    // MARK: Type

    private static func type(in tokens: [Token]) -> String? {
        var other: String?
        for token in tokens {
            // Gateways and other providers' SDKs sort errors into classes of their own, some under AWS's names.
            if ["litellm.", "openai.", "anthropic."].contains(where: { token.lower.hasPrefix($0) }) { continue }
            var name = ErrorTypeName(written: String(token.text)).name
            // A stream names its exceptions as members: `throttlingException`.
            if name.first?.isLowercase == true, name.hasSuffix("Exception"), ErrorTypeName.isFromAWS(name) {
                name = name.prefix(1).uppercased() + name.dropFirst()
            }
            guard name.first?.isUppercase == true, ErrorTypeName.isErrorType(name) else { continue }
            // One-word names of AWS (`Throttling`, `Validation`, `Forbidden`) are ordinary words too.
            let hasEnding = name.hasSuffix("Exception") || name.hasSuffix("Error") || name.hasSuffix("Fault")
            let isCompound = name.dropFirst().contains { $0.isUppercase }
            if ErrorTypeName.isFromAWS(name), hasEnding || isCompound { return name }
            if hasEnding { other = other ?? name }
        }
        return other
    }

    /// What botocore prints as the error's code, whatever its form: `An error occurred (InvalidRequest) when calling ...`.
    private static func botocoreType(in text: String) -> String? {
        guard let mark = text.firstRange(of: "An error occurred (") else { return nil }
        let name = text[mark.upperBound...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber || ".:_-".contains($0)) }
        guard text[name.endIndex...].hasPrefix(") when calling the "), let first = name.first, first.isLetter,
            name != "Unknown"
        else { return nil }
        return ErrorTypeName(written: String(name)).name
    }

    // MARK: Operation and request id

    package static let operations: Set<String> = [
        "Converse", "ConverseStream", "InvokeModel", "InvokeModelWithResponseStream", "CountTokens",
        "ListFoundationModels", "GetFoundationModel", "GetFoundationModelAvailability", "ListInferenceProfiles",
        "GetInferenceProfile", "GetUseCaseForModelAccess", "GetCallerIdentity", "ApplyGuardrail", "StartAsyncInvoke",
        "InvokeModelWithBidirectionalStream", "ListCustomModels",
    ]

    private static func operation(in tokens: [Token]) -> String? {
        for (index, token) in tokens.enumerated() {
            if token.lower == "operation", index > 1, tokens[index - 2].lower == "the" {
                return String(tokens[index - 1].text)
            }
            if operations.contains(String(token.text)) {
                // In `bedrock:InvokeModel` it is an action, not what was called.
                if index > 0, tokens[index - 1].lower == "bedrock" { continue }
                return String(token.text)
            }
        }
        return nil
    }

    private static func requestID(in tokens: [Token]) -> String? {
        for (index, token) in tokens.enumerated() where index > 0 {
            let before = tokens[index - 1].lower
            let twoBefore = index > 1 ? tokens[index - 2].lower : ""
            let named =
                before == "requestid" || before == "x-amzn-requestid" || before == "request_id"
                || (before == "id" && twoBefore == "request")
            if named, token.text.utf8.count == 36, token.text.filter({ $0 == "-" }).count == 4 {
                return String(token.text)
            }
        }
        return nil
    }

    // MARK: Message

    /// The sentence without the wrapper's own words, where the place of the cut is certain; else the whole text.
    private static func message(in text: String, type: String?) -> String {
        var rest = text[...]
        if let call = rest.firstRange(of: " operation"), rest[..<call.lowerBound].contains("when calling the"),
            let colon = afterRemark(rest[call.upperBound...]).firstRange(of: ": ")
        {
            rest = rest[colon.upperBound...]
            // What stands below an empty line is not part of the sentence.
            let sentence = rest.drop(while: \.isWhitespace)
            if let gap = sentence.firstRange(of: "\n\n") { rest = sentence[..<gap.lowerBound] }
        }
        // What a program says before it hands on what it was told.
        for leadIn in leadIns {
            if let mark = rest.firstRange(of: leadIn), rest[mark.upperBound...].count > 12 {
                rest = rest[mark.upperBound...]
            }
        }
        // .NET prints the exceptions inside one behind it.
        if let inner = rest.firstRange(of: "--->"), let type, rest[..<inner.lowerBound].contains(type + ":") {
            rest = rest[..<inner.lowerBound]
        }
        if let type, let name = Self.name(type, in: rest) {
            rest = rest[name.upperBound...]
            // Nor does what stands below an empty line belong to a sentence that a type names, unless it is an echo.
            let sentence = rest.drop(while: \.isWhitespace)
            if ErrorTypeName.isFromAWS(type), let gap = sentence.firstRange(of: "\n\n"),
                !sentence.contains("should have been"), !isWithinQuotes(gap.lowerBound, of: sentence)
            {
                rest = sentence[..<gap.lowerBound]
            }
        }
        if let service = rest.firstRange(of: "(Service: ") { rest = rest[..<service.lowerBound] }
        // LiteLLM tells of its own fallbacks behind the service's sentence.
        for own in ["Received Model Group=", "Available Model Group Fallbacks=", "No fallback model group found"] {
            if let trailer = rest.firstRange(of: own), trailer.lowerBound > rest.startIndex {
                rest = rest[..<trailer.lowerBound]
            }
        }
        let message = withoutClosings(rest.trimmedWhitespace())
        return String(message.isEmpty ? text.trimmedWhitespace() : message)
    }

    /// Sentences of chat programs that end before the words of the service.
    private static let leadIns = [
        "Here's the specific error message we encountered: ", "An error occurred while processing the request: ",
        "An error occurred while processing your request: ",
    ]

    /// Where the type stands before its sentence for the last time; in a header an address follows it.
    private static func name(_ type: String, in text: Substring) -> Range<Substring.Index>? {
        text.ranges(of: type + ":").last { !text[$0.upperBound...].hasPrefix("http://") }
    }

    /// Whether a place lies between two double quotes of a sentence that an SDK ends with its own words.
    private static func isWithinQuotes(_ place: Substring.Index, of sentence: Substring) -> Bool {
        guard let end = sentence.firstRange(of: "(Service: "), place < end.lowerBound else { return false }
        return sentence[..<place].count(where: { $0 == "\"" }).isMultiple(of: 2) == false
    }

    /// Without the end of a dictionary or a list that holds the sentence, where its beginning was left out.
    private static func withoutClosings(_ text: some StringProtocol) -> Substring {
        let text = Substring(text)
        let end = text.reversed().prefix { "}]) ".contains($0) }
        guard !end.isEmpty, end.contains("}"), !text.contains("{"), let quote = text.dropLast(end.count).last,
            "'\"".contains(quote)
        else { return text }
        return text.dropLast(end.count + 1)
    }

    /// Without botocore's `(reached max retries: 4)`.
    private static func afterRemark(_ text: Substring) -> Substring {
        let rest = text.drop { $0 == " " }
        guard rest.first == "(", let end = rest.firstIndex(of: ")") else { return text }
        return rest[end...]
    }
}

extension StringProtocol {
    /// Where a text occurs for the last time.
    func lastRange(of wanted: String) -> Range<Index>? {
        ranges(of: wanted).last
    }
}
