/// The headers that may be stored: those on the list, no others.
struct HeaderKeepList: Sendable {
    private let names: Set<String>

    /// What a request says about its body and how Bedrock is to treat it.
    static let request = HeaderKeepList(names: ["content-type", "accept"])

    /// What a response says about its body, its error and itself.
    static let response = HeaderKeepList(names: [
        "content-type", "date", "retry-after", "x-amzn-errortype", "x-amzn-requestid",
    ])

    /// Headers of Bedrock's own, such as `x-amzn-bedrock-performanceconfig-latency`: options and counts, no secrets.
    private static let harmlessPrefix = "x-amzn-bedrock-"

    func keeps(_ name: String) -> Bool {
        let lowered = name.lowercased()
        return names.contains(lowered) || lowered.hasPrefix(Self.harmlessPrefix)
    }

    func adding(_ more: [String]) -> HeaderKeepList {
        HeaderKeepList(names: names.union(more.map { $0.lowercased() }))
    }
}
