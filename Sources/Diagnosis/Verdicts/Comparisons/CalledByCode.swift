import WireText

/// The operation of Bedrock's runtime that pasted code calls, as SDKs spell it.
enum CalledByCode {
    /// The streamed before the plain, whose names they begin with.
    private static let operations: [(name: String, spellings: [String])] = [
        (
            "InvokeModelWithResponseStream",
            ["invoke_model_with_response_stream", "InvokeModelWithResponseStream", "invokeModelWithResponseStream"]
        ),
        ("ConverseStream", ["converse_stream", "ConverseStream", "converseStream"]),
        (
            "InvokeModel",
            ["invoke_model(", "InvokeModelCommand", "invokeModel(", "InvokeModelAsync", "InvokeModelRequest"]
        ),
        ("Converse", [".converse(", "ConverseCommand", "ConverseAsync", "ConverseRequest"]),
    ]

    static func operation(in text: String) -> String? {
        let text = text.prefix(32_768)
        return operations.first { operation in operation.spellings.contains(where: text.contains) }?.name
    }

    /// The action that IAM asks for: Converse has none of its own.
    ///
    /// Source: <https://docs.aws.amazon.com/bedrock/latest/userguide/security-iam-awsmanpol.html>.
    static func action(of operation: String) -> String {
        operation.hasSuffix("Stream") ? "bedrock:InvokeModelWithResponseStream" : "bedrock:InvokeModel"
    }
}
