import Codes
import Report
import TestSupport
import Testing

@Suite("Mistyped codes")
struct NearestCodeTests {
    @Test(
        "a mistyped code leads to its page",
        arguments: [
            ("clock-behnid", .clockBehind), ("region-mispelt", .regionMisspelt),
            ("Credentials-Expired", .credentialsExpired), ("config-malfromed", .configMalformed),
        ] as [(String, FindingCode)])
    func nearest(typed: String, meant: FindingCode) {
        #expect(CodeRegistry.nearest(to: typed) == meant)
    }

    @Test(
        "what is near to nothing leads nowhere",
        arguments: ["", "zzzz", LongText(repeating: "region-", count: 100_000)])
    func nearNothing(typed: LongText) {
        #expect(CodeRegistry.nearest(to: typed.text) == nil)
    }
}
