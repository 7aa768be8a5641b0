/** What is doubtful about a form that is adopted, asked of the person at the terminal one by one. */
import { withYears } from '../../../submission/layout/header-path.js';
import type { OwnForm } from '../../../model.js';
import {
  decideDoubts,
  faultOfAnswer,
  isAnswer,
  type Decided,
} from '../../../submission/adopt/decide-doubts.js';
import type { Doubt } from '../../../submission/adopt/proposing.js';
import { didYouMean, nearestWord } from '../../../values/nearest-word.js';
import { askUntil, openConversation, type Conversation } from '../../screen/ask.js';
import { hanging } from '../../screen/wrap-text.js';

/** More are looked at in the file. */
const MOST_QUESTIONS = 30;

export interface Asked {
  readonly form: OwnForm;
  readonly doubts: readonly Doubt[];
  /** It was adopted before, and has changed. */
  readonly again: boolean;
  /** Ids that may be answered: fields of the set and of the form. */
  readonly ids: readonly string[];
  /** What stands against a form as it was decided. */
  readonly faultOf: (decided: Decided) => string | undefined;
  readonly columns: number;
  /** Whose words stand in the headers. */
  readonly year: number;
}

/** The form with what was answered; undefined when the talk was ended, or the form is not to be written. */
export async function askAboutDoubts(asked: Asked): Promise<Decided | undefined> {
  const conversation = openConversation();
  try {
    return await talk(asked, conversation);
  } finally {
    conversation.close();
  }
}

async function talk(
  { form, doubts, again, ids, faultOf, columns, year }: Asked,
  conversation: Conversation,
): Promise<Decided | undefined> {
  const shown = doubts.slice(0, MOST_QUESTIONS);
  if (shown.length > 0)
    conversation.say(
      hanging(
        '',
        'Với từng chỗ dưới đây: Enter là đồng ý; gõ mã chỉ tiêu khác; hoặc k là không đọc.',
        columns,
      ),
    );
  const answers: string[] = [];
  for (const [index, { header, proposal, near }] of shown.entries()) {
    const nearest = near === undefined ? '' : ` (gần giống ${near})`;
    conversation.say(
      hanging(`${String(index + 1)}. `, `${withYears(header, year)}: ${proposal}${nearest}`, columns),
    );
    const answer = await askUntil(conversation, { text: '   Trả lời', proposal: 'đồng ý' }, (typed) => {
      if (!isAnswer(typed, ids))
        return { again: ` Không có chỉ tiêu “${typed}”.${didYouMean(nearestWord(typed, ids))}` };
      const fault = faultOfAnswer({ form, doubts }, answers, typed, faultOf);
      return fault === undefined ? { value: typed } : { again: ` ${fault}` };
    });
    if (answer === undefined) return undefined;
    answers.push(answer.value);
  }
  const text = again ? 'Ghi các thay đổi này vào tệp của mẫu? (c/k)' : 'Ghi tệp của mẫu? (c/k)';
  const written = await conversation.ask({ text, proposal: 'c' });
  return /^(?:c|co|có|y)/iu.test(written ?? '') ? decideDoubts(form, doubts, answers) : undefined;
}
