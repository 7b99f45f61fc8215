import Conformance
import Report
import Testing

@Suite("AWS suite layout")
struct SuiteLayoutTests {
    /// Bundled vectors that can be written as text: raw spaces and UTF-8 in the request line, folds, repeated headers.
    static let expressible = [
        "path-space-raw", "path-utf8-raw", "path-normalised-dot-dot", "query-raw-utf8", "query-raw-space",
        "header-value-folded", "header-value-trim", "header-repeated-case", "header-value-utf8",
        "converse-colon-raw", "body-json-utf8", "body-json-crlf", "body-json-final-line-feed", "body-none",
    ]

    @Test(
        arguments: expressible,
        [SuiteExample(), SuiteExample(lineEnd: "\r\n", finalText: "\r\n"), SuiteExample(finalText: "\n\n")])
    func bundledVectorsPassInThisLayoutToo(id: String, layout: SuiteExample) throws {
        let vector = try signing(id)
        let files = layout.files(vector, folder: "suite/\(id)", context: SuiteExample.context)
        let set = try VectorSet(files, from: "suite")
        #expect(set.cases.map(\.id) == ["\(id)/header"])
        #expect(VectorRunner.still.run(set).failures == [])
    }

    @Test func aWrongSignedRequestIsTheLastStage() throws {
        var files = SuiteExample().files(try signing("body-none"), folder: "case", context: SuiteExample.context)
        files.change("header-signed-request.txt") { $0.replacing("X-Amz-Date:", with: "X-Amz-Dates:") }
        let result = VectorRunner.still.run(try VectorSet(files, from: "case"))[0]
        #expect(result.stage == "signed-request")
        #expect(result.message?.contains("x-amz-dates") == true, "\(result.message ?? "")")
    }

    @Test func aTokenAddedAfterSigningMayBeLeftOutOfTheSignedRequest() throws {
        // Signed without a token; the context has one that is not to be signed.
        let context = SuiteExample.context
            .replacing("EXAMPLEKEY\"}", with: "EXAMPLEKEY\", \"token\": \"FwoGEXAMPLETOKEN\"}")
            .replacing("\"sign_body\"", with: "\"omit_session_token\": true, \"sign_body\"")
        var files = SuiteExample().files(try signing("body-none"), folder: "case", context: context)
        #expect(VectorRunner.still.run(try VectorSet(files, from: "case")).failures == [])
        files.change("header-signed-request.txt") { $0 + "X-Amz-Security-Token: FwoGEXAMPLETOKEN\n" }
        files.change("header-signed-request.txt") { $0.replacing("\n\nX-Amz-S", with: "\nX-Amz-S") }
        #expect(VectorRunner.still.run(try VectorSet(files, from: "case")).failures == [])
        // Another token than the context's is a fault.
        files.change("header-signed-request.txt") { $0.replacing("FwoG", with: "Other") }
        let result = VectorRunner.still.run(try VectorSet(files, from: "case"))[0]
        #expect(result.stage == "signed-request")
        #expect(result.message?.contains("OtherEXAMPLETOKEN") == false)
    }

    @Test func aFoldMayBeACommaAsInOlderReleases() throws {
        // The same request as repeated fields, which are joined with commas by every release.
        var files = SuiteExample().files(
            try signing("header-repeated-same"), folder: "case", context: SuiteExample.context)
        for name in ["request.txt", "header-signed-request.txt"] {
            files.change(name) { $0.replacing("My-Header:a\nMy-Header:a", with: "My-Header:a\n  a") }
        }
        #expect(VectorRunner.still.run(try VectorSet(files, from: "case")).failures == [])
    }

    @Test func foldersOfOneNameAreToldApart() throws {
        let vector = try signing("body-none")
        let files = ["v4/one", "v4/two", "v5/one"].flatMap {
            SuiteExample().files(vector, folder: $0, context: SuiteExample.context)
        }
        #expect(try VectorSet(files, from: ".").cases.map(\.id) == ["v4/one/header", "two/header", "v5/one/header"])
    }

    @Test func casesOfSigV4aArePassedOver() throws {
        let vector = try signing("body-none")
        var files = ["v4/one", "v4a/one"].flatMap {
            SuiteExample().files(vector, folder: $0, context: SuiteExample.context)
        }
        files.append(InputFile(path: "v4a/one/public-key.json", bytes: Array("{}".utf8)))
        let set = try VectorSet(files, from: ".")
        #expect(set.cases.map(\.id) == ["one/header"])
        #expect(set.notes == ["skipped: they are for SigV4a (they have a public-key.json): v4a/one"])
    }

    @Test func aFileThatDoesNotBelongIsNoted() throws {
        var files = SuiteExample().files(try signing("body-none"), folder: "case", context: SuiteExample.context)
        files.append(InputFile(path: "case/notes.txt", bytes: []))
        #expect(try VectorSet(files, from: "case").notes == ["case/notes.txt: not part of a signing case, ignored"])
    }

    @Test(
        arguments: [
            "context.json", "request.txt", "header-canonical-request.txt", "header-string-to-sign.txt",
            "header-signature.txt", "header-signed-request.txt",
        ])
    func aMissingFileIsNamed(name: String) throws {
        let files = SuiteExample().files(try signing("body-none"), folder: "suite/case", context: SuiteExample.context)
        let error = #expect(throws: InputFileError.self) {
            try VectorSet(files.filter { !$0.path.hasSuffix("/" + name) }, from: "suite")
        }
        #expect(error?.path == "suite/case")
        #expect(error?.message.contains("expected the file \(name)") == true)
    }

    @Test(
        arguments: [
            (
                "context.json", "\"normalize\"", "\"normalise\"", "\"normalise\"",
                "did you mean \"normalize\""
            ),
            ("context.json", "2026-01-02T03:04:05Z", "20260102T030405Z", "\"20260102T030405Z\"", "2015-08-30"),
            ("context.json", "true", "1", "1, \"region", "true or false"),
            ("request.txt", "POST / HTTP/1.1", "POST /", "POST /", "POST /"),
            ("request.txt", "Host:", "Host ", "Host ", "a header"),
            ("request.txt", "Host:", " Host:", " Host:", "before its continuation"),
        ])
    func aWrongFileIsNamedWithItsPlace(name: String, piece: String, other: String, at: String, detail: String) throws {
        var files = SuiteExample().files(try signing("body-none"), folder: "case", context: SuiteExample.context)
        files.change(name) { $0.replacing(piece, with: other) }
        let file = try #require(files.first { $0.path == "case/\(name)" })
        let place = try #require(file.place(of: at))
        let error = #expect(throws: InputFileError.self) { try VectorSet(files, from: "case") }
        let message = error.map { "\($0)" } ?? ""
        #expect(message.hasPrefix("case/\(name):\(place): "), "\(message)")
        #expect(message.contains(detail), "\(message)")
    }

    private func signing(_ id: String) throws -> SigningCase {
        guard case .signing(let vector)? = try BundledVectors.set().cases.first(where: { $0.id == id }) else {
            throw MissingVector(id: id)
        }
        return vector
    }

    private struct MissingVector: Error {
        let id: String
    }
}

extension [InputFile] {
    fileprivate mutating func change(_ name: String, _ change: (String) -> String) {
        for index in indices where self[index].path.hasSuffix("/" + name) {
            let text = String(decoding: self[index].bytes, as: UTF8.self)
            self[index].bytes = [UInt8](change(text).utf8)
        }
    }
}
