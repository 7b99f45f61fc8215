import Codes
import Evidence
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
        #expect(repeated(ErrorCause.all.flatMap { $0.types.map(\.type) }) == [])
        #expect(repeated(ErrorCause.all.flatMap(\.statuses.keys)) == [])
    }

    /// Types that say nothing of a call to Bedrock's runtime: of the control plane, and of an SDK's wrapper.
    private static let withoutCause: Set<AWSErrorType> = [.conflict, .resourceInUse, .sdkClient]

    @Test(
        "every known error type has a cause, and `explain` has something to say of it", arguments: AWSErrorType.allCases
    )
    func explainedTypes(type: AWSErrorType) throws {
        let isNamed = ErrorCause.named(byType: type) != nil
        #expect(isNamed == !Self.withoutCause.contains(type))
        let reference = FailureReference(try #require(BareFailure("\(type.rawValue)Exception")))
        #expect(reference.codes.isEmpty == Self.withoutCause.contains(type))
    }

    @Test("an error type that stands on a page is a known one", arguments: CodeRegistry.codes(in: .service))
    func typesOnPages(code: FindingCode) {
        let names = code.page.looksLike.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
            .filter { $0.hasSuffix("Exception") }
        #expect(names.filter { AWSErrorType(named: String($0)) == nil } == [])
    }

    @Test("a cause without a text of its own is one that the circumstances show")
    func withoutRules() {
        let silent = ErrorCause.all.filter(\.rules.isEmpty).map(\.code)
        #expect(Set(silent) == [.arnRegionMismatch, .bodyUnhashed])
    }
}
