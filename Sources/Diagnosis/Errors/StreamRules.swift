import Evidence

/// What clients say when a streamed answer, or the body of any, goes wrong after it has begun.
enum StreamRules {
    static let rules: [CauseRule] = [
        CauseRule("stream-damaged", .peculiar, "checksum mismatch|mismatched|failure|failed|match|gives|give"),
        CauseRule("stream-damaged", .peculiar, "prelude|message checksum|checksums|crc|crc32"),
        CauseRule(
            "stream-damaged", .peculiar, "payload|header|headers|message length exceeded|exceeds|limit maximum|limit"),
        CauseRule("stream-damaged", .peculiar, "message announces bytes limit"),
        CauseRule("stream-damaged", .fitting, "duplicate header present"),
        CauseRule("stream-ended-early", .peculiar, "response|stream|body|answer ended prematurely|early"),
        CauseRule("stream-ended-early", .peculiar, "incompleteread"),
        CauseRule("stream-ended-early", .peculiar, "incomplete read|message|chunked"),
        CauseRule("stream-ended-early", .peculiar, "invalidchunklength"),
        CauseRule("stream-ended-early", .peculiar, "truncated event message"),
        CauseRule("stream-ended-early", .peculiar, "unexpected eof"),
        CauseRule("stream-ended-early", .peculiar, "outstanding read data remaining"),
        CauseRule("stream-ended-early", .peculiar, "messagestop had not|never come"),
        CauseRule("stream-ended-early", .peculiar, "stream ended after bytes"),
        CauseRule("stream-ended-early", .peculiar, "closed connection middle response|responses"),
        CauseRule("stream-silent", .peculiar, "timed out while reading response"),
        // urllib3's own error: botocore turns it into another one as long as the answer has not begun.
        CauseRule("stream-silent", .peculiar, "awshttpconnectionpool|awshttpsconnectionpool read timed"),
        CauseRule("answer-unreadable", .peculiar, "payload event not json"),
        CauseRule("answer-unreadable", .peculiar, "event is not apis"),
        CauseRule("answer-unreadable", .peculiar, "answer is not converses"),
        CauseRule("answer-unreadable", .fitting, "utf 8 codec decode byte"),
        CauseRule("answer-unreadable", .fitting, "unable parse response received"),
        CauseRule("answer-unreadable", .peculiar, "frame has|does no|not header|say type|which"),
        CauseRule("stream-out-of-order", .peculiar, "came before messagestart"),
        CauseRule("stream-out-of-order", .peculiar, "came after messagestop"),
        CauseRule("stream-out-of-order", .peculiar, "messagestart came second time"),
        CauseRule(
            "stream-out-of-order", .peculiar,
            "contentblockdelta|contentblockstart|contentblockstop block had ended|begun"),
        CauseRule("stream-out-of-order", .peculiar, "messagestop came block had not ended"),
        CauseRule("network-answer-malformed", .peculiar, "answered not usable http"),
        CauseRule("network-answer-malformed", .peculiar, "illegal|missing hexadecimal sequence"),
        CauseRule("network-answer-malformed", .peculiar, "chunks|chunk", "malformed"),
    ]
}
