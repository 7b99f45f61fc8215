import Codes
import SigV4
import WireText

/// What signers do wrong with the time: another moment in one place than in the others.
enum TimeMistakes {
    /// Moments that are likely: what else the request tells, clocks read twice, retries, time zones; and other forms.
    static func all(_ model: SignerModel, _ facts: RequestFacts) -> [Mistake] {
        guard let signed = facts.signedAt else { return forms(model, facts.timesNearby.first) }
        var seen: Set<SigningTime> = [signed]
        let nearby = moments(facts.timesNearby, model, signed, .triples, &seen)
        let near = moments(around(signed, Array(1...5)), model, signed, .triples, &seen)
        let rounds: [Int64] = [6, 7, 8, 9, 10, 12, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300, 600, 900, 3600, 86_400]
        let round = moments(around(signed, rounds), model, signed, .pairs, &seen)
        // Local time in place of UTC.
        let local = moments(zones.map { signed.advanced(bySeconds: 60 * $0) }, model, signed, .pairs, &seen)
        return forms(model, signed) + nearby + near + round + local
    }

    /// Every second and minute of some time, and every quarter of an hour: more than can be tried with all others.
    static func many(_ model: SignerModel, _ facts: RequestFacts) -> [Mistake] {
        guard let signed = facts.signedAt else { return [] }
        var seen: Set<SigningTime> = [signed]
        // What is old was signed before; the nearest first, since not all are tried with others.
        let times =
            [Int64(6)...300, 301...1200].flatMap { range in
                range.map { signed.advanced(bySeconds: -$0) } + range.map { signed.advanced(bySeconds: $0) }
            } + (21...120).map { signed.advanced(bySeconds: Int64(-60) * $0) }
            + around(signed, (1...56).map { 900 * $0 })
        return moments(times, model, signed, .alone, &seen)
    }

    private static func around(_ time: SigningTime, _ seconds: [Int64]) -> [SigningTime] {
        seconds.flatMap { [time.advanced(bySeconds: -$0), time.advanced(bySeconds: $0)] }
    }

    private static func moments(
        _ times: [SigningTime], _ model: SignerModel, _ signed: SigningTime, _ reach: Mistake.Reach,
        _ seen: inout Set<SigningTime>
    ) -> [Mistake] {
        let header = model.headers.entries.firstIndex {
            $0.lowerName.elementsEqual("x-amz-date".utf8) && $0.isListed && !$0.values.isEmpty
        }
        return times.filter { seen.insert($0).inserted }.flatMap { moments($0, signed, header, reach) }
    }

    /// Minutes by which local time is ahead of UTC, in zones where many people live.
    private static let zones: [Int64] =
        [60, 120, 180, 210, 240, 270, 300, 330, 345, 360, 390, 420, 480, 540, 570, 600, 660, 720, 780]
        + [-60, -120, -150, -180, -210, -240, -300, -360, -420, -480, -540, -600, -660]

    private static func moments(
        _ time: SigningTime, _ signed: SigningTime, _ header: Int?, _ reach: Mistake.Reach
    ) -> [Mistake] {
        let text = time.amzDateText
        let shown = "\(time.amzDate), \(distance(time, signed)) X-Amz-Date"
        var mistakes = [
            Mistake(.timeTwo, "a string to sign of \(shown)", .textDate, .text, reach) { $0.text.date = text }
        ]
        if let header {
            var all = Mistake(
                .timeReuse, at: .inProcess, "all of the signature of \(shown)", [.textDate, .header(header)],
                [.text, .headers], reach
            ) {
                $0.text.date = text
                $0.headers.entries[header].replacement = text
            }
            all.value = HeaderText.Value(index: header, bytes: text)
            mistakes.append(all)
            let stamp = Array(time.dateStamp.utf8)
            if time.daysSince1970 != signed.daysSince1970 {
                mistakes.append(
                    Mistake(
                        .timeReuse, at: .inProcess, "all of the signature, key and scope too, of \(shown)",
                        [.textDate, .header(header), .scopeDate], [.text, .headers, .key], reach
                    ) {
                        $0.text.date = text
                        $0.headers.entries[header].replacement = text
                        $0.text.scope[0] = stamp
                        $0.key.date = stamp
                    })
            }
            // Only the header of another moment: clocks that are read twice are close to each other.
            if reach > .alone, abs(time.unixSeconds - signed.unixSeconds) <= 10 || reach == .triples {
                var only = Mistake(.timeTwo, "an X-Amz-Date of \(shown)", .header(header), .headers, reach) {
                    $0.headers.entries[header].replacement = text
                }
                only.value = HeaderText.Value(index: header, bytes: text)
                mistakes.append(only)
            }
        }
        return mistakes
    }

    private static func distance(_ time: SigningTime, _ signed: SigningTime) -> String {
        let seconds = time.unixSeconds - signed.unixSeconds
        return "\(Counted.words(Int(abs(seconds)), "second")) \(seconds < 0 ? "before" : "after")"
    }

    /// The moment in another form in the string to sign.
    private static func forms(_ model: SignerModel, _ time: SigningTime?) -> [Mistake] {
        var forms = TimeForms.all(time)
        if let time { forms.append(time.amzDateText) }
        forms.append([])
        return forms.filter { $0 != model.text.date }
            .map { form in
                Mistake(
                    .timeTwo, "the date '\(VisibleBytes.text(form))' in the string to sign", .textDate, .text, .pairs
                ) { $0.text.date = form }
            }
    }
}
