import Codes
import Diagnosis
import Testing

@Suite struct CausePageTests {
    @Test(arguments: CodeRegistry.signatureCauses)
    func `the page of a signature's cause says how far it can be proven`(cause: FindingCode) throws {
        switch try #require(cause.proof) {
        case .inferred(let reason): #expect(cause.page.detection.hasSuffix(reason))
        case .reproduced: #expect(cause.page.detection.contains("`proven`"))
        case .read: #expect(cause.page.detection.contains("`certain`"))
        case .compared: #expect(cause.page.detection.contains("compared"))
        }
    }

    @Test func `what to type next stands behind the fix of a signature's cause, and of no other code`() {
        #expect(FindingCode.pathDouble.fix.hasPrefix(FindingCode.pathDouble.page.fix))
        #expect(FindingCode.pathDouble.fix.contains("`doctor sign`"))
        #expect(FindingCode.timeAged.fix == FindingCode.timeAged.page.fix)
        for code in CodeRegistry.all where code.proof == nil { #expect(code.fix == code.page.fix, "\(code)") }
    }
}
