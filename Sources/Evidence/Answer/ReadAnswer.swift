import JSONText
import WireText

/// What could be read out of an answer, before any cause is looked for.
package struct ReadAnswer: Sendable {
    /// The HTTP status, from the answer itself or from what a wrapper printed.
    package var status: Int?

    /// Whether the answer itself said the status, and not a number in a text.
    package var hasToldStatus: Bool

    /// The error type without namespace or address, such as `AccessDeniedException`.
    package var errorType: String?

    /// The address that followed the type in `x-amzn-ErrorType`: it tells the service from the layer before it.
    package var errorNamespace: String?
    package var operation: String?
    package var requestID: String?

    /// The service's own sentence, wrappers taken off.
    package var message: String

    /// What a program said of the failure: the message, without what a reporter told around it.
    package var stated: String

    /// Everything that was said, for details that stand outside the message, without what the reporter typed.
    package var whole: String

    /// Everything that was pasted: what the reporter typed says how the call was made.
    package var pasted: String

    /// What was pasted of the failure, and behind it what stands around it in the input.
    package let shown: String

    /// The keys of the body that held the message: IAM and the layer before the service write `Message`.
    package var messageKey: String?

    /// Why a tool gave up a resource, where one says so.
    package let waited: WaitedReason?

    /// How the text was cut before it came here; `nil` when nothing says that it was.
    package var cut: CutText?

    /// Whether a name was left out of the text because it is broken, and nothing tells where it ends.
    package var hasPieces: Bool

    /// Whether the text is a web page: then something between client and service answered.
    package var isHTML: Bool

    /// Whether a body has a form that no service of AWS's uses.
    package var isForeign: Bool { ForeignBody.stands(in: whole) }

    /// No refusal is longer: what an echo or a log adds after it says nothing more about the cause.
    private static let limit = 65_536

    /// Whether botocore gives the status in place of an error's name, `An error occurred (401) when calling the Converse operation`:
    /// the body had no error of AWS's in it.
    package var isCodeless: Bool { Self.codeless(whole) != nil }

    /// The status that botocore gives in place of a name.
    private static func codeless(_ text: String) -> Int? {
        guard let mark = text.firstRange(of: "An error occurred (") else { return nil }
        let code = text[mark.upperBound...].prefix { $0.isNumber }
        guard code.utf8.count == 3, text[mark.upperBound...].dropFirst(3).hasPrefix(") when calling the ") else {
            return nil
        }
        return Int(code)
    }

    package init(_ answer: ServiceAnswer) {
        let written: String =
            switch answer.content {
            case .body(let bytes): String(decoding: bytes.prefix(Self.limit), as: UTF8.self)
            case .message(let message): String(message.unicodeScalars.prefix(Self.limit))
            }
        let lines = LineBreaks(written)
        hasPieces = lines.hasPieces
        cut = CutText(lines.text)
        let uncut = cut?.rest ?? lines.text
        let text = TypedText.removed(from: uncut)
        let envelope = ErrorEnvelope(text)
        let wrapper = WrapperText(text)
        let named = (answer.errorType ?? answer.header("x-amzn-ErrorType")).map(ErrorTypeName.init(written:))
        hasToldStatus = answer.status != nil
        status = answer.status ?? Self.codeless(text) ?? wrapper.status ?? envelope.status
        errorType = named?.name ?? Self.better(envelope.type.map(ErrorTypeName.init(written:))?.name, wrapper.type)
        errorNamespace = named?.namespace
        operation = answer.operation ?? wrapper.operation
        requestID = answer.header("x-amzn-RequestId") ?? envelope.requestID ?? wrapper.requestID
        message = envelope.message ?? wrapper.message
        stated = message
        messageKey = envelope.messageKey
        whole = EscapedText.plain(text)
        pasted = text == uncut ? whole : EscapedText.plain(uncut)
        shown = pasted + "\n" + answer.surroundings
        isHTML = envelope.isHTML
        waited = WaitedReason(text)
        if let inner = envelope.message {
            // A message may itself be wrapped: a gateway's envelope around an SDK's sentence.
            let nested = WrapperText(inner)
            status = status ?? nested.status
            operation = operation ?? nested.operation
            requestID = requestID ?? nested.requestID
            if let type = nested.type, errorType.map({ !ErrorTypeName.isFromAWS($0) }) ?? true { errorType = type }
            message = nested.message
        }
        if let waited, waited.isOfState || message.contains("handler returned message") {
            (message, stated) = (waited.sentence, waited.sentence)
            return
        }
        // What a wrapper was taken off begins with the sentence.
        let isWhole = message.utf8.count >= whole.trimmedWhitespace().utf8.count
        stated = isWhole ? StatedFailure.text(in: message) ?? message : message
    }

    private static func better(_ first: String?, _ second: String?) -> String? {
        guard let first else { return second }
        guard let second else { return first }
        return ErrorTypeName.isFromAWS(first) || !ErrorTypeName.isFromAWS(second) ? first : second
    }
}
