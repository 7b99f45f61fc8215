package import JSONText

/// The call that shows whether a model can be used, or as much of it as a kind of probe can show.
package struct ProbeRequest: Sendable, Hashable {
    /// How much to ask.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// One token by Converse: the only proof. It costs a few tokens, and may start a Marketplace subscription.
        case converse
        /// CountTokens: free; shows credentials, region, clock and signature, not that the model may be called.
        case countTokens = "count-tokens"
        /// GetFoundationModelAvailability: free; shows the account's gates one by one, not that the model may be called.
        case availability
    }

    /// Which of Bedrock's hosts takes it.
    package enum Host: Sendable, Hashable {
        /// `bedrock-runtime.REGION…`
        case runtime
        /// `bedrock.REGION…`; it signs with the same service name.
        case controlPlane
    }

    package let kind: Kind
    package let region: String

    /// The id, profile id or ARN to put into the path, as one percent-encoded segment.
    package let model: String

    package init(kind: Kind, region: String, model: String) {
        self.kind = kind
        self.region = region
        self.model = model
    }

    package var host: Host { kind == .availability ? .controlPlane : .runtime }

    package var method: String { kind == .availability ? "GET" : "POST" }

    /// The operation, as AWS names it.
    package var operation: String {
        switch kind {
        case .converse: "Converse"
        case .countTokens: "CountTokens"
        case .availability: "GetFoundationModelAvailability"
        }
    }

    /// The path around the segment of the model.
    ///
    /// - Parameter segment: The id as it goes over the wire: encoded as one segment, `/` as `%2F`.
    package func path(segment: String) -> String {
        switch kind {
        case .converse: "/model/\(segment)/converse"
        case .countTokens: "/model/\(segment)/count-tokens"
        case .availability: "/foundation-model-availability/\(segment)"
        }
    }

    /// The smallest body that every model takes; `nil` for a GET.
    ///
    /// No system prompt, no tools, no cache point, no sampling parameter: some model refuses each of them, one of them
    /// with a status that looks like a lack of access.
    package var body: JSONValue? {
        let messages: JSONValue = [["role": "user", "content": [["text": "ping"]]]]
        return switch kind {
        case .converse: ["messages": messages, "inferenceConfig": ["maxTokens": 1]]
        case .countTokens: ["input": ["converse": ["messages": messages]]]
        case .availability: nil
        }
    }

    /// The most tokens that one probe can use, input and output together, for the announcement before a live run.
    ///
    /// `ping` is one to eight tokens with every provider's template; the output is one.
    package static func tokenLimit(of kind: Kind) -> Int { kind == .converse ? 16 : 0 }
}
