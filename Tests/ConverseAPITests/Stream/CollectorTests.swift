import ConverseAPI
import JSONText
import Testing

/// What the pieces of a message amount to.
@Suite("Events folded into an answer")
struct CollectorTests {
    private func fold(_ events: [JSONValue]) throws -> ConverseStreamCollector {
        var collector = ConverseStreamCollector()
        for event in events { collector.add(try ConverseStreamOutput(decoding: event)) }
        return collector
    }

    private func content(_ blocks: [JSONValue]) throws -> (content: JSONValue?, faults: [String]) {
        let collector = try fold([["messageStart": ["role": "assistant"]]] + blocks)
        let message = collector.response.message?.json
        return (message?["content"], collector.faults)
    }

    private func start(_ start: JSONValue, _ index: JSONValue = 0) -> JSONValue {
        ["contentBlockStart": ["start": start, "contentBlockIndex": index]]
    }

    private func delta(_ delta: JSONValue, _ index: JSONValue = 0) -> JSONValue {
        ["contentBlockDelta": ["delta": delta, "contentBlockIndex": index, "p": "abc"]]
    }

    @Test func aWholeAnswerIsConverses() throws {
        let collector = try fold([
            ["messageStart": ["role": "assistant"]], delta(["text": "po"]), delta(["text": "ng"]),
            ["contentBlockStop": ["contentBlockIndex": 0]],
            ["messageStop": ["stopReason": "end_turn", "additionalModelResponseFields": ["a": 1], "new": true]],
            [
                "metadata": [
                    "usage": ["inputTokens": 1, "outputTokens": 2, "totalTokens": 3, "serverToolUsage": [:]],
                    "metrics": ["latencyMs": 7, "newer": 1], "p": "abcdef",
                    "trace": ["promptRouter": ["invokedModelId": "m"]],
                    "performanceConfig": ["latency": "standard"], "serviceTier": ["type": "default"],
                ]
            ],
        ])
        let wanted: JSONValue = [
            "output": ["message": ["role": "assistant", "content": [["text": "pong"]]]], "stopReason": "end_turn",
            "usage": ["inputTokens": 1, "outputTokens": 2, "totalTokens": 3, "serverToolUsage": [:]],
            "metrics": ["latencyMs": 7, "newer": 1], "additionalModelResponseFields": ["a": 1],
            "trace": ["promptRouter": ["invokedModelId": "m"]], "performanceConfig": ["latency": "standard"],
            "serviceTier": ["type": "default"], "new": true,
        ]
        #expect(collector.response.json.isEquivalent(to: wanted))
        #expect(collector.response.faults().isEmpty)
        #expect(collector.faults.isEmpty)
    }

    @Test func whatHasNotComeIsAbsentAndNotZero() throws {
        let response = try fold([["messageStart": ["role": "assistant"]], delta(["text": "po"])]).response
        #expect(
            response.json.isEquivalent(to: [
                "output": ["message": ["role": "assistant", "content": [["text": "po"]]]]
            ]))
        #expect(
            response.faults().map(\.path.description) == ["$.stopReason", "$.usage", "$.metrics"])
    }

    @Test func blocksStandInTheOrderOfTheirIndices() throws {
        let found = try content([delta(["text": "b"], 1), delta(["text": "a"], 0), delta(["text": "b"], 1)])
        #expect(found.content == [["text": "a"], ["text": "bb"]])
    }

    @Test(
        arguments: [
            (["{\"a\"", ": [1.25, ", "\"é\"]}"], ["a": [1.25, "é"]]), ([""], [:]), ([], [:]), (["{}"], [:]),
        ] as [([String], JSONValue)])
    func aToolsInputIsPutTogether(_ pieces: [String], _ input: JSONValue) throws {
        let found = try content(
            [start(["toolUse": ["toolUseId": "t", "name": "f", "later": 1]])]
                + pieces.map { delta(["toolUse": ["input": .string($0)]]) })
        #expect(found.content == [["toolUse": ["toolUseId": "t", "name": "f", "input": input, "later": 1]]])
        #expect(found.faults.isEmpty)
    }

    @Test func aToolsInputThatWasCutIsKeptAsTextAndNamed() throws {
        let found = try content([
            start(["toolUse": ["toolUseId": "t", "name": "f"]]), delta(["toolUse": ["input": "{\"a\": "]]),
        ])
        #expect(found.content == [["toolUse": ["toolUseId": "t", "name": "f", "input": "{\"a\": "]]])
        #expect(found.faults.first?.hasPrefix("block 0: the tool's input of 6 bytes is not JSON: ") == true)
    }

    @Test func reasoningHasItsSignature() throws {
        let found = try content([
            delta(["reasoningContent": ["text": "Let me "]]), delta(["reasoningContent": ["text": "think."]]),
            delta(["reasoningContent": ["signature": "c2ln"]]),
            delta(["reasoningContent": ["redactedContent": "AAEC"]], 1),
            delta(["reasoningContent": ["redactedContent": "Aw=="]], 1),
        ])
        #expect(
            found.content == [
                ["reasoningContent": ["reasoningText": ["text": "Let me think.", "signature": "c2ln"]]],
                ["reasoningContent": ["redactedContent": "AAECAw=="]],
            ])
    }

    @Test func citedTextHasItsSources() throws {
        let found = try content([
            delta(["text": "So it "]), delta(["text": "is."]),
            delta([
                "citation": [
                    "title": "A", "sourceContent": [["text": "it is so"]],
                    "location": ["documentPage": ["documentIndex": 0, "start": 1, "end": 2]],
                ]
            ]),
        ])
        #expect(
            found.content == [
                [
                    "citationsContent": [
                        "content": [["text": "So it is."]],
                        "citations": [
                            [
                                "title": "A", "sourceContent": [["text": "it is so"]],
                                "location": ["documentPage": ["documentIndex": 0, "start": 1, "end": 2]],
                            ]
                        ],
                    ]
                ]
            ])
    }

    @Test func imagesAndToolResultsOfTheServiceAreWhole() throws {
        let found = try content([
            start(["image": ["format": "png"]]), delta(["image": ["source": ["bytes": "AAAA"]]]),
            start(["toolResult": ["toolUseId": "t", "type": "web", "status": "success"]], 1),
            delta(["toolResult": [["text": "a"], ["json": ["b": 1]]]], 1),
            delta(["toolResult": [["text": "c"]]], 1), delta(["toolResult": [["text": "d"]]], 1),
        ])
        #expect(
            found.content == [
                ["image": ["format": "png", "source": ["bytes": "AAAA"]]],
                [
                    "toolResult": [
                        "toolUseId": "t", "content": [["text": "a"], ["json": ["b": 1]], ["text": "cd"]],
                        "status": "success", "type": "web",
                    ]
                ],
            ])
    }

    @Test func whatIsNotKnownIsKept() throws {
        let found = try content([
            start(["hologram": ["depth": 3]]), delta(["rays": [1]]), delta(["text": "x"], 1), delta(["odour": "y"], 1),
        ])
        #expect(found.content == [["hologram": ["depth": 3]], ["rays": [1]], ["text": "x"], ["odour": "y"]])
    }

    @Test func disorderIsNamedAndNothingIsLost() throws {
        let found = try content([
            delta(["text": "a"]), ["contentBlockStop": ["contentBlockIndex": 0]], delta(["text": "b"]),
            delta(["toolUse": ["input": "{}"]], 2),
        ])
        #expect(found.content?.arrayValue?.first == ["text": "ab"])
        #expect(
            found.faults == [
                "contentBlockDelta of block 0, which had ended", "block 2: a tool's input without a toolUse start",
            ])
    }
}
