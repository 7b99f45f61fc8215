import JSONText
import WireText

/// Reads the answer of a WireMock mapping.
enum WireMockResponse {
    /// Why an answer is none that stands in the file; nil if it does.
    static func obstacle(_ response: JSONCursor) throws(JSONShapeError) -> String? {
        if let fault = try response.present("fault") { return "the answer is the fault \(try fault.word())" }
        if try response.present("proxyBaseUrl") != nil { return "the answer comes from another server" }
        let transformers = try response.present("transformers")?.array() ?? []
        let isTemplate = transformers.contains { $0.value == "response-template" }
        guard isTemplate, response.value.text().contains("{{") else { return nil }
        return "the answer is a template"
    }

    /// Its headers: a value each, or a list of them.
    static func headers(_ response: JSONCursor) throws(JSONShapeError) -> [HeaderField] {
        var headers: [HeaderField] = []
        for (name, value) in try response.present("headers")?.members() ?? [] {
            if case .array = value.value {
                for element in try value.array() { headers.append(HeaderField(name, try element.word())) }
            } else if let word = try value.optionalWord() {
                headers.append(HeaderField(name, word))
            }
        }
        return headers
    }

    /// Its body: text, JSON, base64 or a file.
    static func body(_ response: JSONCursor, _ companions: CompanionFiles) throws(JSONShapeError) -> StoredContent {
        if let text = try response.present("body")?.string() { return .text(text) }
        if let json = try response.optionalMember("jsonBody") { return .json(json.value) }
        if let encoded = try response.present("base64Body") { return .whole(try encoded.base64()) }
        guard let name = try response.present("bodyFileName") else { return .none }
        return try companions.body(named: name, in: "__files/", beside: "the folder of mappings")
    }
}
