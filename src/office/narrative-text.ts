/** The narrative.md that `init` writes: headings of the parts a machine cannot know; remarks are not printed. */
import type { PeriodKind } from '../model.js';

const REMARK =
  '<!-- Phần viết tay của báo cáo. Viết dưới mỗi đề mục; đề mục để trống được ghi là chưa có nội dung. -->';

/** What the report of results leaves to the office. */
const RESULTS = `# Đánh giá chung

## Ưu điểm

## Khó khăn, vướng mắc, tồn tại

## Nguyên nhân

# Phương hướng, nhiệm vụ

# Kiến nghị, đề xuất
`;

/** At registration nothing has been achieved yet. */
const REGISTRATION = `# Khó khăn, vướng mắc

# Nhiệm vụ trọng tâm

# Kiến nghị, đề xuất
`;

export const narrativeText = (kind: PeriodKind): string =>
  `${REMARK}\n\n${kind === 'registration' ? REGISTRATION : RESULTS}`;
