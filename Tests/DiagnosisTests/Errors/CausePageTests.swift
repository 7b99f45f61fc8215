import Diagnosis
import FoundationEssentials
import JSONText
import Report
import SignatureForensics
import Testing

/// A file of the facts beside a development checkout; the package itself does not carry it.
private func fact(_ name: String) -> String? {
    let root = #filePath.split(separator: "/").dropLast(5).joined(separator: "/")
    return FileManager.default.contents(atPath: "/\(root)/shared/facts/\(name)").map {
        String(decoding: $0, as: UTF8.self)
    }
}

@Suite struct CausePageTests {
    @Test(arguments: ErrorDiagnosis.codes.sorted())
    func `every cause has a page`(code: String) throws {
        let page = try #require(CodeRegistry.page(code), "no page for \(code)")
        for part in page.parts { #expect(part.text.count > 4, "\(code): \(part.heading)") }
    }

    @Test(arguments: SignatureCause.allCases.filter { $0 != .signatureMismatch })
    func `the page of a signature's cause says how far it can be proven`(cause: SignatureCause) throws {
        let page = try #require(CodeRegistry.page(cause.code))
        #expect(page.whole.detection.hasPrefix(page.detection))
        switch cause.detection {
        case .inferred(let reason): #expect(page.whole.detection.hasSuffix(reason))
        case .reproduced: #expect(page.whole.detection.contains("`proven`"))
        case .read: #expect(page.whole.detection.contains("`certain`"))
        case .compared: #expect(page.whole.detection.contains("compared"))
        }
        #expect(page.whole.meaning == page.meaning && page.whole.source == page.source)
    }

    @Test func `a page of another code is the registry's`() throws {
        let page = try #require(CodeRegistry.page("throttled"))
        #expect(page.whole == page)
    }

    @Test func `no code stands twice in the registry`() {
        let codes = CodeRegistry.all.map(\.code)
        let counts = Dictionary(grouping: codes) { $0 }.filter { $0.value.count > 1 }
        #expect(counts.isEmpty, "\(counts.keys.sorted())")
    }

    @Test func `codes are written in one way`() {
        for page in CodeRegistry.all {
            #expect(page.code.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }, "\(page.code)")
            #expect(!page.title.hasSuffix("."), "\(page.code)")
        }
    }

    @Test(.enabled(if: fact("bedrock-errors.jsonl") != nil, "needs ../shared/facts beside the package"))
    func `every sourced cause can be named and has a page`() {
        for line in (fact("bedrock-errors.jsonl") ?? "").split(separator: "\n") {
            guard let cause = (try? JSONValue(parsing: String(line)))?["cause"]?.stringValue else { continue }
            #expect(CodeRegistry.page(cause) != nil, "\(cause)")
            #expect(ErrorDiagnosis.codes.contains(cause), "\(cause)")
        }
    }

    @Test(.enabled(if: fact("signature-causes.md") != nil, "needs ../shared/facts beside the package"))
    func `every signature cause has a page`() {
        let ids = (fact("signature-causes.md") ?? "").split(separator: "\n").compactMap { line -> String? in
            guard line.hasPrefix("| `"), let end = line.dropFirst(3).firstIndex(of: "`") else { return nil }
            let id = line[line.index(line.startIndex, offsetBy: 3)..<end]
            return id.contains("-") && id.allSatisfy { $0.isUppercase || $0.isNumber || $0 == "-" }
                ? id.lowercased() : nil
        }
        #expect(ids.count == 58)
        for id in ids { #expect(CodeRegistry.page(id) != nil, "\(id)") }
    }
}
