import WireText

/// What an unknown member was probably meant to be: as other APIs spell it, or with a slip of the fingers.
package enum MemberSpelling {
    /// The members of other APIs by their names in small letters without underscores, and where Converse has them.
    ///
    /// Sources: OpenAI's chat completions and Anthropic's Messages API, against
    /// <https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html>.
    private static let elsewhere: [String: String] = [
        "maxtokens": "inferenceConfig.maxTokens", "maxcompletiontokens": "inferenceConfig.maxTokens",
        "maxtokenstosample": "inferenceConfig.maxTokens", "maxnewtokens": "inferenceConfig.maxTokens",
        "maxgenlen": "inferenceConfig.maxTokens", "maxoutputtokens": "inferenceConfig.maxTokens",
        "temperature": "inferenceConfig.temperature", "topp": "inferenceConfig.topP",
        "stop": "inferenceConfig.stopSequences", "stopsequences": "inferenceConfig.stopSequences",
        "topk": "additionalModelRequestFields.top_k", "thinking": "additionalModelRequestFields.thinking",
        "anthropicbeta": "additionalModelRequestFields.anthropic_beta", "tools": "toolConfig.tools",
        "toolchoice": "toolConfig.toolChoice", "reasoningeffort": "outputConfig.effort",
        "effort": "outputConfig.effort",
        "responseformat": "outputConfig.textFormat", "metadata": "requestMetadata",
        "cachecontrol": "a cachePoint block behind this one", "inputschema": "toolSpec.inputSchema.json",
        "parameters": "inputSchema.json", "toolcalls": "a toolUse block in content",
        "toolcallid": "a toolResult block in content", "tooluseid": "toolUseId", "iserror": "status",
        "imageurl": "an image block", "model": "modelId, which stands in the path",
        "stream": "the operation ConverseStream",
    ]

    /// What to write instead of a member; `nil` where nothing is near.
    ///
    /// - Parameters:
    ///   - name: The member that nobody knows there.
    ///   - known: The members that are known there.
    package static func suggestion(for name: String, among known: [String]) -> String? {
        let plain = plain(name)
        if let same = known.first(where: { Self.plain($0) == plain }) { return same }
        if name == "streamProcessingMode" { return "the operation ConverseStream, which has it (--stream)" }
        if let place = elsewhere[plain] { return place }
        // A name of three letters is near to too many others.
        return name.utf8.count > 3 ? NearestName.nearest(to: name, among: known, limit: 2) : nil
    }

    private static func plain(_ name: String) -> String { name.lowercased().filter { $0 != "_" && $0 != "-" } }
}
