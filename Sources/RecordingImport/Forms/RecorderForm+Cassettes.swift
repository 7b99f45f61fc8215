/// The forms of VCR's relatives, each by the source of its reader.
extension RecorderForm {
    /// VCR.py: `serialize.py` writes the version 1 and reads none; what each of its stubs writes of an answer is in `stubs`.
    ///
    /// It serves for what does not say who wrote it, too: serializers of people's own, which keep VCR.py's parts.
    static let vcr = RecorderForm(
        name: "VCR.py",
        version: FormVersion(at: "version", words: "1", unknown: .passedOver) { $0 == "1" },
        root: root("metadata", interaction: "", request: "uri url host", response: "http_version protocol reason url"))

    /// Ruby's VCR: `structs.rb`; it names no version of its format, but itself.
    static let rubyVCR = RecorderForm(
        name: "Ruby's VCR", version: nil,
        root: root("", interaction: "recorded_at", request: "uri", response: "http_version adapter_metadata"))

    /// betamax: `cassette/util.py`, which takes the text of a request first.
    static let betamax = RecorderForm(
        name: "betamax", version: nil,
        root: root(
            "", interaction: "recorded_at", request: "uri", response: "url",
            requestTexts: CassetteDialect.texts.reversed()))

    /// go-vcr: `cassette.go`; the modules v1 and v2 write the version 1, v3 and v4 the version 2, and neither reads another.
    ///
    /// Some of the first write their lock.
    static let goVCR = RecorderForm(
        name: "go-vcr",
        version: FormVersion(at: "version", words: "1 or 2", unknown: .refused) { ["1", "2"].contains($0) },
        root: root(
            "mu rwmutex", interaction: "id",
            request: "url host form proto proto_major proto_minor content_length transfer_encoding trailer remote_addr "
                + "request_uri",
            response: "duration proto proto_major proto_minor content_length transfer_encoding trailer uncompressed"))

    /// What all of them have, and what each has besides.
    private static func root(
        _ root: String, interaction: String, request: String, response: String,
        requestTexts: [String] = CassetteDialect.texts
    ) -> FormPart {
        func body(_ texts: [String]) -> [String: FormPart] {
            let names = texts + ["encoding"]
            return ["body": FormPart(names.joined(separator: " "), choices: [texts], marks: names)]
        }
        let bodies = CassetteDialect.bodies
        let list = FormPart(
            interaction,
            [
                "request": FormPart(
                    "method headers \(request) " + bodies.joined(separator: " "), body(requestTexts),
                    choices: [bodies]),
                "response": FormPart(
                    "code status_code headers \(response) " + bodies.joined(separator: " "),
                    body(CassetteDialect.texts).merging(["status": FormPart("code message")]) { first, _ in first },
                    choices: [bodies]),
            ])
        return FormPart("version recorded_with " + root, ["interactions": list, "http_interactions": list])
    }
}
