/** The narrative.md that `init` writes: headings of the parts a machine cannot know; remarks are not printed. */
export const NARRATIVE_TEXT = `<!-- Phần viết tay của báo cáo. Viết dưới mỗi đề mục; đề mục để trống được ghi là chưa có nội dung. -->

# Đánh giá chung

## Ưu điểm

## Khó khăn, vướng mắc, tồn tại

## Nguyên nhân

# Phương hướng, nhiệm vụ

# Kiến nghị, đề xuất
`;
