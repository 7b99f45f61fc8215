import Codes
import Report
import Synchronization
import Testing

@testable import doctor

/// One run has so much time for all its searches.
struct SearchTimeTests {
    @Test func `the time counts from the first search, for all of them`() {
        let now = Mutex(Duration.seconds(100))
        let time = SearchTime(.seconds(10)) { now.withLock { $0 } }
        now.withLock { $0 = .seconds(500) }
        let first = time.begin()
        now.withLock { $0 = .seconds(509) }
        let second = time.begin()
        #expect(!first() && !second())
        #expect(time.note == nil)
        now.withLock { $0 = .seconds(510) }
        #expect(second() && first())
        #expect(time.note?.contains("cut short after 10 s") == true)
        #expect(time.begin()())
    }

    @Test func `what fails at once is explained once`() {
        let first = FirstFindings()
        var explained = 0
        let finding = Finding(
            code: .tokenExpired, check: .signature, status: .fail, title: "", detail: "")
        first.explain {
            explained += 1
            first.explain {
                explained += 1
                return []
            }
            return []
        }
        #expect(explained == 1)
        // An explanation that came to nothing leaves room for another.
        first.explain { [finding] }
        first.explain {
            explained += 1
            return []
        }
        #expect(explained == 1)
        #expect(first.findings.map(\.code) == [.tokenExpired])
    }
}
