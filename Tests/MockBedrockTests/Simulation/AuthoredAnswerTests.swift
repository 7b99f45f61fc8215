import JSONText
import Testing

@testable import MockBedrock

struct AuthoredAnswerTests {
    @Test(arguments: [nil, 0, 1, 2, 30, 31, 32, 4096])
    func `the body put together from parts is the body`(maxTokens: Int?) {
        for promptTokens in [0, 7, 123_456] {
            let answer = AuthoredAnswer(promptTokens: promptTokens, maxTokens: maxTokens)
            #expect(answer.bodyBytes == answer.body.bytes(.compact))
        }
    }
}
