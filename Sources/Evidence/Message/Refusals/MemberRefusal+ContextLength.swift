import WireText

/// Reads the context limit in the words of OpenAI and of the servers that took them over (vLLM, SGLang), behind which many models run.
///
/// Sources: <https://github.com/vllm-project/vllm/blob/main/vllm/renderers/params.py>,
/// <https://github.com/sgl-project/sglang/blob/main/python/sglang/srt/managers/tokenizer_manager.py>,
/// <https://platform.openai.com/docs/guides/error-codes>.
extension MemberRefusal {
    /// The window, what was asked for as output, and the input; the input alone where the message has no more.
    static func contextLength(_ text: String) -> MemberRefusal? {
        // Logs break these sentences wherever a line ends.
        var scan = PhraseScan(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        let before = scan
        guard scan.skip("maximum context length ") != nil, scan.rest.hasPrefix("is ") || scan.rest.hasPrefix("of "),
            let limit = scan.number(), scan.rest.hasPrefix(" tokens")
        else { return nil }
        let rest = String(scan.rest.prefix(400))
        if let split = outputThenInput(rest) ?? inputThenOutput(rest) ?? tooLarge(before, rest) {
            return MemberRefusal("max_tokens", .window(input: split.input, output: split.output, limit: limit))
        }
        scan = PhraseScan(rest)
        guard scan.skip("messages resulted in ") != nil || scan.skip("prompt contains at least ") != nil,
            let input = scan.number()
        else { return nil }
        return MemberRefusal("the input", .tokensAtMost(limit), found: input)
    }

    private typealias Split = (input: String, output: String)

    /// `you requested 4000 output tokens and your prompt contains at least 5000 input tokens`.
    private static func outputThenInput(_ text: String) -> Split? {
        var scan = PhraseScan(text)
        guard scan.skip("requested ") != nil, let output = scan.number(), scan.rest.hasPrefix(" output tokens"),
            scan.skip("prompt contains ") != nil, let input = scan.number()
        else { return nil }
        return (input, output)
    }

    /// `you requested 9000 tokens (5000 in the messages, 4000 in the completion)`.
    ///
    /// SGLang writes `9000 tokens: 5000 tokens from the input messages and 4000 tokens for the completion`. What stands between the
    /// two, as functions do, counts as input.
    private static func inputThenOutput(_ text: String) -> Split? {
        var scan = PhraseScan(text)
        guard scan.skip("requested ") != nil, scan.number() != nil, scan.skip(" tokens") != nil,
            scan.rest.hasPrefix(" (") || scan.rest.hasPrefix(": ")
        else { return nil }
        let end = scan.rest.firstRange(of: " completion") ?? scan.rest.firstRange(of: " output")
        guard let end else { return nil }
        var list = PhraseScan(scan.rest[..<end.lowerBound])
        var parts: [Int] = []
        while let part = list.number() {
            guard let count = Int(part) else { return nil }
            parts.append(count)
        }
        guard parts.count > 1, let output = parts.popLast() else { return nil }
        var input = 0
        for part in parts {
            let sum = input.addingReportingOverflow(part)
            guard !sum.overflow else { return nil }
            input = sum.partialValue
        }
        return (String(input), String(output))
    }

    /// `'max_tokens' is too large: 4000. This model's maximum context length is 8000 tokens and your request has 5000 input tokens`.
    private static func tooLarge(_ before: PhraseScan, _ text: String) -> Split? {
        var head = before
        guard head.skip("too large: ") != nil, let output = head.number() else { return nil }
        var scan = PhraseScan(text)
        guard scan.skip("request has ") != nil, let input = scan.number(), scan.rest.hasPrefix(" input tokens") else {
            return nil
        }
        return (input, output)
    }
}
