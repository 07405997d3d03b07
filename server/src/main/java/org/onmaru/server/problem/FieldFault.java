package org.onmaru.server.problem;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is wrong with one field, in both languages.
record FieldFault(String ko, String en) {

    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("name", "이름"),
            Map.entry("nameEn", "영문 이름"),
            Map.entry("loginName", "아이디"),
            Map.entry("password", "비밀번호"),
            Map.entry("postId", "직위"),
            Map.entry("personId", "사람"),
            Map.entry("unitId", "부서·기관"),
            Map.entry("kind", "종류"),
            Map.entry("ko", "이름"),
            Map.entry("en", "영문 이름"),
            Map.entry("measure", "단위"),
            Map.entry("measureEn", "영문 단위"),
            Map.entry("citation", "근거"),
            Map.entry("metrics", "지표"),
            Map.entry("decimals", "소수 자리"),
            Map.entry("combines", "시 수치를 내는 방법"),
            Map.entry("disclosure", "시 수치의 공개 범위"),
            Map.entry("unitDisclosure", "부서·기관별 수치의 공개 범위"),
            Map.entry("from", "시작일"),
            Map.entry("to", "끝일"),
            Map.entry("until", "마지막 날"),
            Map.entry("role", "역할"),
            Map.entry("cityRoles", "시 전체 역할"),
            Map.entry("label", "초대 이름"),
            Map.entry("expiresAt", "만료 시각"),
            Map.entry("date", "날짜"),
            Map.entry("startsAt", "시작 시각"),
            Map.entry("minutes", "길이(분)"),
            Map.entry("opensMinutesBefore", "미리 여는 시간(분)"),
            Map.entry("seriesId", "회의체"),
            Map.entry("token", "확인 코드"),
            Map.entry("line", "지시 한 줄"),
            Map.entry("sentence", "할 일"),
            Map.entry("givenBy", "지시한 사람"),
            Map.entry("reason", "사유"),
            Map.entry("note", "덧붙이는 말"),
            Map.entry("words", "답변"),
            Map.entry("about", "고칠 곳"),
            Map.entry("signers", "서명할 사람"),
            Map.entry("email", "전자우편"),
            Map.entry("mobile", "휴대전화 번호"),
            Map.entry("ways", "받는 방법"));

    /// @param constraint the validation annotation's simple name, if known
    /// @param message the constraint's message; [PlainText] puts its finding there
    static FieldFault of(String field, @Nullable String constraint, @Nullable String message) {
        // a field inside another is known by its own name, and one of a list by the list's
        field = field.substring(field.lastIndexOf('.') + 1).replaceFirst("\\[.*", "");
        var name = FIELDS.getOrDefault(field, field);
        var finding = "PlainText".equals(constraint) || constraint == null ? String.valueOf(message) : constraint;
        if (finding.startsWith("too-long:")) {
            var most = finding.substring("too-long:".length());
            return new FieldFault(name + ": " + most + "자까지 쓸 수 있습니다.", field + ": at most " + most + " characters.");
        }
        return switch (finding) {
            case "blank", "missing", "NotBlank", "NotNull" ->
                new FieldFault(name + ": 비워 둘 수 없습니다.", field + ": must not be empty.");
            case "hidden-characters" ->
                new FieldFault(
                        name + ": 보이지 않는 문자나 글 방향을 바꾸는 문자는 쓸 수 없습니다.",
                        field + ": hidden characters or ones that turn the text's direction are not allowed.");
            case "Size" -> new FieldFault(name + ": 너무 길거나 개수가 너무 많습니다.", field + ": too long, or too many of them.");
            case "Min", "Max", "Range", "Positive" ->
                new FieldFault(name + ": 허용 범위를 벗어났습니다.", field + ": out of range.");
            default -> new FieldFault(name + ": 형식이 맞지 않습니다.", field + ": has the wrong form.");
        };
    }
}
