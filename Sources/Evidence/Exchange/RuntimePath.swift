import WireText

/// The call that a request's target names: `/model/ID/converse` and the other paths of Bedrock.
///
/// Source: the `http` traits in the service models of Bedrock and Bedrock Runtime.
package struct RuntimePath {
    package let operation: String?

    /// Percent-decoded.
    package let model: String?

    private static let runtimeOperations = [
        "converse": "Converse", "converse-stream": "ConverseStream", "invoke": "InvokeModel",
        "invoke-with-response-stream": "InvokeModelWithResponseStream", "count-tokens": "CountTokens",
    ]

    private static let controlOperations = [
        "foundation-models": "ListFoundationModels", "inference-profiles": "ListInferenceProfiles",
        "foundation-model-availability": "GetFoundationModelAvailability",
        "use-case-for-model-access": "GetUseCaseForModelAccess",
    ]

    package init?(_ target: some Collection<UInt8>) {
        let path = String(decoding: target.prefix { $0 != UInt8(ascii: "?") }, as: UTF8.self)
        let segments = path.split(separator: "/")
        if let last = segments.last, let operation = Self.runtimeOperations[String(last)],
            let start = segments.lastIndex(of: "model"), start + 1 < segments.count - 1
        {
            self.operation = operation
            model = PercentCoding.decodedText(
                segments[(start + 1)..<(segments.count - 1)].joined(separator: "/").utf8.span)
            return
        }
        guard let start = segments.firstIndex(where: { Self.controlOperations[String($0)] != nil }) else { return nil }
        operation = Self.controlOperations[String(segments[start])]
        model = start + 1 < segments.count ? PercentCoding.decodedText(segments[start + 1].utf8.span) : nil
    }
}
