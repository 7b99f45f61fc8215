/// Which of VCR's relatives wrote a cassette, as far as the file tells.
struct CassetteDialect {
    /// The tool, in a few words.
    var tool = "VCR cassette"
    /// The version of the tool or of its format.
    var version = "1"
    /// Members of an interaction that only count or date it.
    private var labels: [String] = []

    init() {}

    init(_ root: CassetteNode) {
        version = root["version"]?.text ?? version
        if let writer = root["recorded_with"]?.text {
            // `VCR 6.1.0` is Ruby's, `betamax/0.9.0` Python's.
            let parts = writer.split(maxSplits: 1) { $0 == " " || $0 == "/" }
            version = parts.count == 2 ? String(parts[1]) : writer
            switch parts.first {
            case "VCR": tool = "cassette of Ruby's VCR"
            case "betamax": tool = "betamax cassette"
            default: return
            }
            labels = ["recorded_at"]
        } else if Self.isGo(root) {
            labels = ["id"]
            tool = "go-vcr cassette"
        }
    }

    /// Only go-vcr has the number of a status beside its words.
    private static func isGo(_ root: CassetteNode) -> Bool {
        guard case .sequence(let list)? = root["interactions"]?.content, let first = list.first?["response"] else {
            return false
        }
        return first["code"] != nil && first["duration"] != nil
    }

    /// Whether nothing is lost with a member of an interaction.
    func isLabel(_ name: String) -> Bool { labels.contains(name) }
}
