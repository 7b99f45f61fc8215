/// Which of VCR's relatives wrote a cassette, as far as the file tells.
struct CassetteDialect {
    /// The tool, in a few words.
    var tool = "VCR cassette"
    /// The version of the tool or of its format.
    var version = "1"
    /// What its files hold.
    private(set) var form = RecorderForm.vcr
    /// The member of a request that is its address.
    private(set) var address = "uri"

    /// Members that hold a message's body, the first that is there first: VCR sends what `parsed_body` says, whatever stands
    /// beside it, and VCR.py before version 6 has what httpx received as `content`.
    static let bodies = ["parsed_body", "body", "content"]
    /// Members of a body that hold its text, the first that is there first.
    static let texts = ["base64_string", "string"]

    init() {}

    init(_ root: CassetteNode) {
        version = root["version"]?.text ?? version
        if let writer = root["recorded_with"]?.text {
            // `VCR 6.1.0` is Ruby's, `betamax/0.9.0` Python's.
            let parts = writer.split(maxSplits: 1) { $0 == " " || $0 == "/" }
            version = parts.count == 2 ? String(parts[1]) : writer
            switch parts.first {
            case "VCR": (tool, form) = ("cassette of Ruby's VCR", .rubyVCR)
            case "betamax": (tool, form) = ("betamax cassette", .betamax)
            default: return
            }
        } else if Self.isGo(root) {
            (tool, form, address) = ("go-vcr cassette", .goVCR, "url")
        }
    }

    /// Only go-vcr has the number of a status by itself, and calls a request's address its URL.
    private static func isGo(_ root: CassetteNode) -> Bool {
        guard case .sequence(let list)? = root["interactions"]?.content, let first = list.first else { return false }
        return first["response"]?["code"] != nil && first["request"]?["uri"] == nil
    }

    /// The members of a body of this tool that hold its text, the first that is there first.
    func texts(ofRequest isRequest: Bool) -> [String] {
        let message = form.root.parts["interactions"]?.parts[isRequest ? "request" : "response"]
        return message?.parts["body"]?.choices.first ?? Self.texts
    }
}
