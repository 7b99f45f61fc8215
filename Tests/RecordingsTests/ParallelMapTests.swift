import Recordings
import Testing

/// What is made by all cores is what one would make.
@Suite struct ParallelMapTests {
    private struct Refusal: Error, Equatable { let number: Int }

    @Test(arguments: [0, 1, 128, 129, 1000])
    func `results stand in the order of the elements`(count: Int) {
        #expect((0..<count).map { $0 }.mappedByAllCores { $0 * 2 } == (0..<count).map { $0 * 2 })
    }

    @Test func `of several failures the first is told`() {
        let made = Result { () throws(Refusal) in
            try Array(0..<1000).mappedByAllCores { number throws(Refusal) in
                guard ![300, 301, 700].contains(number) else { throw Refusal(number: number) }
                return number
            }
        }
        #expect(made == .failure(Refusal(number: 300)))
    }
}
