import Diagnosis
import Report
import SignatureForensics
import Testing

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
}
