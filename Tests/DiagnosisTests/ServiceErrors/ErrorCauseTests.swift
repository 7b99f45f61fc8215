import Codes
import Testing

@testable import Diagnosis

@Suite("The declarations of causes")
struct ErrorCauseTests {
    @Test("every answer of the service that has a code has a cause", arguments: CodeRegistry.codes(in: .service))
    func serviceCodes(code: FindingCode) {
        #expect((ErrorCause.of(code) != nil) == (code != ErrorDiagnosis.unknownCode), "\(code)")
    }

    @Test("a cause is declared once, and so is what a type or a status means")
    func unique() {
        func repeated<Key: Hashable>(_ keys: [Key]) -> [Key] {
            Dictionary(keys.map { ($0, 1) }, uniquingKeysWith: +).filter { $0.value > 1 }.map(\.key)
        }
        #expect(repeated(ErrorCause.all.map(\.code)) == [])
        #expect(repeated(ErrorCause.all.flatMap { $0.types.map(\.key) }) == [])
        #expect(repeated(ErrorCause.all.flatMap(\.statuses.keys)) == [])
    }

    @Test("a cause without a text of its own is one that the circumstances show")
    func withoutRules() {
        let silent = ErrorCause.all.filter(\.rules.isEmpty).map(\.code)
        #expect(Set(silent) == [.credentialsServiceUnreachable, .arnRegionMismatch, .bodyUnhashed])
    }
}
