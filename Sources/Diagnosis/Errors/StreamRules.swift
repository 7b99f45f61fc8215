import Codes
import Evidence

/// What clients say when a streamed answer, or the body of any, goes wrong after it has begun.
enum StreamRules {
    static let rules: [CauseRule] = [
        CauseRule(.streamDamaged, .peculiar, "checksum mismatch|mismatched|failure|failed|match|gives|give"),
        CauseRule(.streamDamaged, .peculiar, "prelude|message checksum|checksums|crc|crc32"),
        CauseRule(
            .streamDamaged, .peculiar, "payload|header|headers|message length exceeded|exceeds|limit maximum|limit"),
        CauseRule(.streamDamaged, .peculiar, "message announces bytes limit"),
        CauseRule(.streamDamaged, .fitting, "duplicate header present"),
        CauseRule(.streamEndedEarly, .peculiar, "response|stream|body|answer ended prematurely|early"),
        CauseRule(.streamEndedEarly, .peculiar, "incompleteread"),
        CauseRule(.streamEndedEarly, .peculiar, "incomplete read|message|chunked"),
        CauseRule(.streamEndedEarly, .peculiar, "invalidchunklength"),
        CauseRule(.streamEndedEarly, .peculiar, "truncated event message"),
        CauseRule(.streamEndedEarly, .peculiar, "unexpected eof"),
        CauseRule(.streamEndedEarly, .peculiar, "outstanding read data remaining"),
        CauseRule(.streamEndedEarly, .peculiar, "messagestop had not|never come"),
        CauseRule(.streamEndedEarly, .peculiar, "stream ended after bytes"),
        CauseRule(.streamEndedEarly, .peculiar, "closed connection middle response|responses"),
        CauseRule(.streamSilent, .peculiar, "timed out while reading response"),
        // urllib3's own error: botocore turns it into another one as long as the answer has not begun.
        CauseRule(.streamSilent, .peculiar, "awshttpconnectionpool|awshttpsconnectionpool read timed"),
        CauseRule(.answerUnreadable, .peculiar, "payload event not json"),
        CauseRule(.answerUnreadable, .peculiar, "event is not apis"),
        CauseRule(.answerUnreadable, .peculiar, "answer is not converses"),
        CauseRule(.answerUnreadable, .fitting, "utf 8 codec decode byte"),
        CauseRule(.answerUnreadable, .fitting, "unable parse response received"),
        CauseRule(.answerUnreadable, .peculiar, "frame has|does no|not header|say type|which"),
        CauseRule(.streamOutOfOrder, .peculiar, "came before messagestart"),
        CauseRule(.streamOutOfOrder, .peculiar, "came after messagestop"),
        CauseRule(.streamOutOfOrder, .peculiar, "messagestart came second time"),
        CauseRule(
            .streamOutOfOrder, .peculiar,
            "contentblockdelta|contentblockstart|contentblockstop block had ended|begun"),
        CauseRule(.streamOutOfOrder, .peculiar, "messagestop came block had not ended"),
        CauseRule(.networkAnswerMalformed, .peculiar, "answered not usable http"),
        CauseRule(.networkAnswerMalformed, .peculiar, "illegal|missing hexadecimal sequence"),
        CauseRule(.networkAnswerMalformed, .peculiar, "chunks|chunk", "malformed"),
    ]
}
