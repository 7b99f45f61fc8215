import SigV4
import Testing

/// Four cases of AWS's own signing suite, compared stage by stage.
@Suite("AWS suite sample", .enabled("needs ../shared/signing-suite-sample") { SuiteSample.isPresent })
struct SuiteSampleTests {
    @Test("header form", arguments: try SuiteSample.all())
    func headers(_ sample: SuiteSample) throws {
        try compare(Signer().sign(sample.request, sample.parameters), with: sample, form: "header")
    }

    @Test("query form", arguments: try SuiteSample.all())
    func query(_ sample: SuiteSample) throws {
        var parameters = sample.parameters
        parameters.options.location = .query(expiresSeconds: sample.expiresSeconds)
        let signed = try Signer().sign(sample.request, parameters)
        try compare(signed, with: sample, form: "query")
        // The suite's own order of parameters.
        let expected = try sample.expected("query-signed-request.txt").prefix(while: { $0 != "\n" })
        #expect("\(sample.request.method) \(String(decoding: signed.target, as: UTF8.self)) HTTP/1.1" == expected)
    }

    private func compare(_ signed: SignedRequest, with sample: SuiteSample, form: String) throws {
        let canonicalRequest = try sample.expected("\(form)-canonical-request.txt")
        try #require(signed.stages.canonicalRequest.text == canonicalRequest)
        let stringToSign = try sample.expected("\(form)-string-to-sign.txt")
        try #require(signed.stages.stringToSign.text == stringToSign)
        let signature = try sample.expected("\(form)-signature.txt")
        #expect(signed.stages.signature.text == signature)
        if form == "header" {
            let sent = signed.headers.map { "\($0.name):\($0.text)" }.joined(separator: "\n")
            let expected = try sample.expected("header-signed-request.txt")
            #expect(expected.contains("\n\(sent)\n"))
        }
    }
}
