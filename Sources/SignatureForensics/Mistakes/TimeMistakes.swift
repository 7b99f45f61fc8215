import SigV4

/// What signers do wrong with the time: another moment in one place than in the others.
enum TimeMistakes {
    static func all(_ model: SignerModel, _ facts: RequestFacts) -> [Mistake] {
        guard let signed = facts.signedAt else { return forms(model, facts.timesNearby.first) }
        let header = model.headers.entries.firstIndex {
            $0.lowerName.elementsEqual("x-amz-date".utf8) && $0.isListed && !$0.values.isEmpty
        }
        var mistakes: [Mistake] = []
        var seen: Set<SigningTime> = [signed]
        func add(_ time: SigningTime, _ reach: Mistake.Reach) {
            guard seen.insert(time).inserted else { return }
            mistakes += moments(time, signed, header, reach)
        }
        for time in facts.timesNearby { add(time, .triples) }
        for seconds in Int64(1)...5 {
            add(signed.advanced(bySeconds: seconds), .triples)
            add(signed.advanced(bySeconds: -seconds), .triples)
        }
        // Local time in place of UTC: whole, half and quarter hours.
        for quarters in Int64(1)...56 {
            add(signed.advanced(bySeconds: 900 * quarters), .pairs)
            add(signed.advanced(bySeconds: -900 * quarters), .pairs)
        }
        for seconds in [Int64(30), 60, 120, 180, 240, 300, 600, 3600, 86_400] {
            add(signed.advanced(bySeconds: seconds), .pairs)
            add(signed.advanced(bySeconds: -seconds), .pairs)
        }
        for seconds in Int64(6)...1200 {
            add(signed.advanced(bySeconds: -seconds), .alone)
            add(signed.advanced(bySeconds: seconds), .alone)
        }
        return forms(model, signed) + mistakes
    }

    private static func moments(
        _ time: SigningTime, _ signed: SigningTime, _ header: Int?, _ reach: Mistake.Reach
    ) -> [Mistake] {
        let text = time.amzDateText
        let shown = "\(time.amzDate), \(distance(time, signed)) X-Amz-Date"
        var mistakes = [
            Mistake(.timeTwo, "a string to sign of \(shown)", .textDate, .text, reach) { $0.text.date = text }
        ]
        if let header {
            mistakes.append(
                Mistake(
                    .timeReuse, at: .inProcess, "all of the signature of \(shown)", [.textDate, .header(header)],
                    [.text, .headers], reach
                ) {
                    $0.text.date = text
                    $0.headers.entries[header].replacement = text
                })
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
            if reach > .alone {
                mistakes.append(
                    Mistake(.timeTwo, "an X-Amz-Date of \(shown)", .header(header), .headers, reach) {
                        $0.headers.entries[header].replacement = text
                    })
            }
        }
        return mistakes
    }

    private static func distance(_ time: SigningTime, _ signed: SigningTime) -> String {
        let seconds = time.unixSeconds - signed.unixSeconds
        return "\(abs(seconds)) second\(abs(seconds) == 1 ? "" : "s") \(seconds < 0 ? "before" : "after")"
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
